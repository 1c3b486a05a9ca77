package org.sipprovisioning.security;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores the common secret of the nodes. */
@Stateless
public class ServerKeys {
    @PersistenceContext
    EntityManager em;

    /**
     * Returns the secret. Creates it if there is none.
     *
     * @throws EJBException if another node creates it at the same time: a second call finds that one
     */
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
