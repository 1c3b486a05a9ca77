package org.sipprovisioning.space;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads spaces for the copies that {@link SpaceCatalog} and {@link BaseDocuments} keep. */
@Stateless
public class SpaceReader {
    /** All spaces, detached, as of a number of changes. */
    public record Snapshot(long changes, List<Space> spaces) {}

    @PersistenceContext
    EntityManager em;

    /** In a transaction of its own: what is kept must not belong to a caller who changes it. The counter is read first, so that a
     * change in between is noticed later, never missed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Snapshot read() {
        long changes = changes();
        return new Snapshot(
                changes, em.createQuery("SELECT s FROM Space s", Space.class).getResultList());
    }

    /** In a transaction of its own, too: one that fails must not take the timer's with it, which Payara strikes off after two such. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long changes() {
        return em.createQuery("SELECT c.changes FROM ChangeCounter c WHERE c.name = :name", Long.class)
                .setParameter("name", ChangeCounter.SPACE)
                .getSingleResult();
    }

    public byte[] entries(long id) {
        return em.find(LinphonercEntries.class, id).utf8();
    }
}
