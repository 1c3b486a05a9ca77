package org.sipprovisioning.space;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** Reads spaces for the copies that {@link SpaceCatalog} and {@code BaseDocuments} keep. */
@Stateless
public class SpaceReader {
    /**
     * All spaces, detached from the persistence context.
     *
     * @param changes the change counter at which they were read
     * @param directories the address books of the spaces' phones, by the id of the space
     */
    public record Snapshot(long changes, List<Space> spaces, Map<Long, List<ContactDirectory>> directories) {}

    @PersistenceContext
    EntityManager em;

    /**
     * Reads all spaces, in a transaction of its own: spaces in a copy must not belong to a caller that changes them. Reads the counter
     * first, so that a change in between is noticed later and never missed.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Snapshot read() {
        long changes = changes();
        List<Space> spaces =
                em.createQuery("SELECT s FROM Space s", Space.class).getResultList();
        return new Snapshot(changes, spaces, directories());
    }

    /**
     * Returns the change counter. Runs in a transaction of its own, too: a failure must not roll back the timer's transaction, as Payara
     * ends a timer after two such failures.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long changes() {
        return em.createQuery("SELECT c.changes FROM ChangeCounter c WHERE c.name = :name", Long.class)
                .setParameter("name", ChangeCounter.SPACE)
                .getSingleResult();
    }

    /** Returns a revision of linphonerc entries in UTF-8. */
    public byte[] entries(long id) {
        return em.find(LinphonercEntries.class, id).utf8();
    }

    private Map<Long, List<ContactDirectory>> directories() {
        return em
                .createQuery("SELECT c FROM CardDavServer c ORDER BY c.id", CardDavServer.class)
                .getResultList()
                .stream()
                .collect(groupingBy(CardDavServer::spaceId, mapping(CardDavServer::directory, toUnmodifiableList())));
    }
}
