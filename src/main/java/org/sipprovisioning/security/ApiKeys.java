package org.sipprovisioning.security;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountRemoval;
import org.sipprovisioning.account.Secret;

/** Finds the account that a key proves, and keeps the keys. */
@Stateless
public class ApiKeys {
    @PersistenceContext
    EntityManager em;

    public Optional<Account> accountOf(Secret key) {
        return em
                .createQuery("SELECT k FROM ApiKey k JOIN FETCH k.account WHERE k.hash = :hash", ApiKey.class)
                .setParameter("hash", key.hash())
                .getResultList()
                .stream()
                .findFirst()
                .map(ApiKey::account);
    }

    public void add(ApiKey key) {
        em.persist(key);
    }

    /** Makes this the one configured key; an equal one of another kind serves as well. */
    public void configure(ApiKey key, Secret secret) {
        em.createQuery("DELETE FROM ApiKey k WHERE k.kind = :kind AND k.hash <> :hash")
                .setParameter("kind", ApiKey.Kind.CONFIGURED)
                .setParameter("hash", secret.hash())
                .executeUpdate();
        if (accountOf(secret).isEmpty()) {
            em.persist(key);
        }
    }

    public void removeAll(@Observes AccountRemoval event) {
        em.createQuery("DELETE FROM ApiKey k WHERE k.account = :account")
                .setParameter("account", event.account())
                .executeUpdate();
    }
}
