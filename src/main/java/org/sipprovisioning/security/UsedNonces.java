package org.sipprovisioning.security;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Stores the used nonces, for all nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UsedNonces {
    @PersistenceContext
    EntityManager em;

    /**
     * Marks the nonce and its count as used. Of several simultaneous calls, the database accepts one.
     *
     * @return false if it was used before
     * @throws EJBException if another transaction is just using it
     */
    public boolean use(UsedNonce nonce) {
        if (em.find(UsedNonce.class, nonce.nonceAndCount()) != null) {
            return false;
        }
        em.persist(nonce);
        em.flush();
        return true;
    }

    /**
     * Deletes nonces that are too old to be accepted.
     *
     * @return how many were found; {@code most} if there may be more
     */
    public int sweep(int most) {
        List<String> old = em.createQuery(
                        "SELECT n.nonceAndCount FROM UsedNonce n WHERE n.expiresAt < :now ORDER BY n.expiresAt",
                        String.class)
                .setParameter("now", Instant.now())
                .setMaxResults(most)
                .getResultList();
        if (!old.isEmpty()) {
            em.createQuery("DELETE FROM UsedNonce n WHERE n.nonceAndCount IN :old")
                    .setParameter("old", old)
                    .executeUpdate();
        }
        return old.size();
    }
}
