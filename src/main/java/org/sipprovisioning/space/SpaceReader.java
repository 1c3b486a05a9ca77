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
     * All spaces, detached, as of a number of changes.
     *
     * @param directories what their phones are told of their address books, by the id of the space
     */
    public record Snapshot(long changes, List<Space> spaces, Map<Long, List<ContactDirectory>> directories) {}

    @PersistenceContext
    EntityManager em;

    /** In a transaction of its own: what is kept must not belong to a caller who changes it. The counter is read first, so that a
     * change in between is noticed later, never missed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Snapshot read() {
        long changes = changes();
        List<Space> spaces =
                em.createQuery("SELECT s FROM Space s", Space.class).getResultList();
        return new Snapshot(changes, spaces, directories());
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

    private Map<Long, List<ContactDirectory>> directories() {
        return em
                .createQuery("SELECT c FROM CardDavServer c ORDER BY c.id", CardDavServer.class)
                .getResultList()
                .stream()
                .collect(groupingBy(CardDavServer::spaceId, mapping(CardDavServer::directory, toUnmodifiableList())));
    }
}
