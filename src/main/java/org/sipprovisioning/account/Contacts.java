package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Stores the contacts of accounts. Does not check the caller's rights. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Contacts {
    @PersistenceContext
    EntityManager em;

    /** Returns the contacts of an account, in the order of their ids. */
    public List<Account> of(Account account) {
        return em.createQuery(
                        "SELECT a FROM Account a JOIN FETCH a.space WHERE a.id IN"
                                + " (SELECT c.contactId FROM Contact c WHERE c.accountId = :account) ORDER BY a.id",
                        Account.class)
                .setParameter("account", account.id())
                .getResultList();
    }

    /** Adds a contact. Returns false if it is there already. */
    public boolean add(Account account, Account contact) {
        boolean isNew = find(account, contact).isEmpty();
        if (isNew) {
            em.persist(new Contact(account, contact));
        }
        return isNew;
    }

    public Optional<Contact> find(Account account, Account contact) {
        return Optional.ofNullable(em.find(Contact.class, new Contact.Key(account, contact)));
    }

    public void remove(Contact contact) {
        em.remove(contact);
    }

    /** Deletes the account's contacts, and its entries in the address books of others. */
    public void accountGoes(@Observes AccountRemoval event) {
        for (String column : List.of("accountId", "contactId")) {
            em.createQuery("DELETE FROM Contact c WHERE c." + column + " = :id")
                    .setParameter("id", event.account().id())
                    .executeUpdate();
        }
    }
}
