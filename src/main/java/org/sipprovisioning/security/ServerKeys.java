package org.sipprovisioning.security;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps the servers' secret. */
@Stateless
public class ServerKeys {
    @PersistenceContext
    EntityManager em;

    /** Makes one where there is none; of several nodes that do so at once, all but one fail, and find the other's. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String secret() {
        ServerKey key = em.find(ServerKey.class, ServerKey.NONCES);
        if (key == null) {
            key = new ServerKey(ServerKey.NONCES);
            em.persist(key);
        }
        return key.secret();
    }
}
