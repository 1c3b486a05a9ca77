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

/** Finds the external account that is linked to an account, and removes it together with the account. */
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

    public void accountGoes(@Observes AccountRemoval event) {
        em.createQuery("DELETE FROM ExternalAccount e WHERE e.account = :account")
                .setParameter("account", event.account())
                .executeUpdate();
    }
}
