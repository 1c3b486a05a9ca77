package org.sipprovisioning.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The number of accounts of a space that has a limit. */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@Table(name = "account_count")
public class AccountCount {
    @Id
    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "accounts")
    private long accounts;

    protected AccountCount() {}

    AccountCount(long spaceId) {
        this.spaceId = spaceId;
    }

    void setAccounts(long newAccounts) {
        accounts = newAccounts;
    }
}
