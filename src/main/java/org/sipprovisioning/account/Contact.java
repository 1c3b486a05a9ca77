package org.sipprovisioning.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** An entry in the address book of an account's phones: another account. The opposite direction is another contact. */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@IdClass(Contact.Key.class)
@Table(name = "contact")
public class Contact {
    /** The account that has the contact, and the account that is the contact. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private long accountId;
        private long contactId;

        public Key() {}

        Key(Account account, Account contact) {
            this.accountId = account.id();
            this.contactId = contact.id();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.accountId == accountId && key.contactId == contactId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, contactId);
        }
    }

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Contact() {}

    Contact(Account account, Account contact) {
        this.accountId = account.id();
        this.contactId = contact.id();
        this.createdAt = Instant.now();
    }
}
