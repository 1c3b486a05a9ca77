package org.sipprovisioning.account.linked;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountRemoval;

/** Stores the external accounts of accounts. Does not check the caller's rights. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ExternalAccounts {
    @PersistenceContext
    EntityManager em;

    /** Finds the external account that is linked to an account. */
    public Optional<ExternalAccount> of(Account account) {
        return em
                .createQuery("SELECT e FROM ExternalAccount e WHERE e.account = :account", ExternalAccount.class)
                .setParameter("account", account)
                .getResultList()
                .stream()
                .findFirst();
    }

    public void add(ExternalAccount external) {
        em.persist(external);
    }

    public void remove(ExternalAccount external) {
        em.remove(external);
    }

    /** Deletes the external account of the account. */
    public void accountGoes(@Observes AccountRemoval event) {
        em.createQuery("DELETE FROM ExternalAccount e WHERE e.account = :account")
                .setParameter("account", event.account())
                .executeUpdate();
    }
}
