package org.sipprovisioning.security;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Keeps which nonces were used, for all nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UsedNonces {
    @PersistenceContext
    EntityManager em;

    /**
     * Of several that do this at once, the database lets one.
     *
     * @return false if it was used before
     * @throws EJBException if another is just using it
     */
    public boolean use(UsedNonce nonce) {
        if (em.find(UsedNonce.class, nonce.nonceAndCount()) != null) {
            return false;
        }
        em.persist(nonce);
        em.flush();
        return true;
    }

    /** Forgets those that are too old to be used anyway. */
    public void sweep() {
        em.createQuery("DELETE FROM UsedNonce n WHERE n.expiresAt < :now")
                .setParameter("now", Instant.now())
                .executeUpdate();
    }
}
