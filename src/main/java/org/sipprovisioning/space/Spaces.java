package org.sipprovisioning.space;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.NotFound;

/**
 * Stores spaces and their linphonerc entries. Does not check the caller's rights: {@link SpaceService} and {@link CardDavService} do so
 * for super admins.
 *
 * <p>A transaction that changes a space ends with a call of {@link #changed()} or {@link #changed(Space, String)}. It comes last because
 * the row of the change counter stays locked until the transaction ends.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Spaces {
    private static final Duration KEPT_FOR_OTHER_NODES = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditTrail trail;

    @Inject
    Event<SpacesChanged> changes;

    /** Returns all spaces in the order of their domains. Changes that are not flushed yet are not flushed for this query. */
    public List<Space> list() {
        return em.createQuery("SELECT s FROM Space s ORDER BY s.domain", Space.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    public Optional<Space> find(String domain) {
        return em
                .createQuery("SELECT s FROM Space s WHERE s.domain = :domain", Space.class)
                .setParameter("domain", domain)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @throws NotFound if no space has this domain */
    public Space get(String domain) {
        return find(domain).orElseThrow(NotFound::new);
    }

    /** Inserts a space at once, because its linphonerc entries and its first account refer to its id. */
    public void add(Space space) {
        em.persist(space);
        em.flush();
    }

    /** Deletes a space and all its linphonerc entries. */
    public void remove(Space space) {
        em.createQuery("DELETE FROM LinphonercEntries e WHERE e.spaceId = :space")
                .setParameter("space", space.id())
                .executeUpdate();
        em.remove(space);
    }

    /**
     * Locks the row of a space until the transaction ends. Other transactions that lock it wait. At another node of a Galera cluster they
     * do not. The write lets the cluster refuse the commit of one of the two.
     */
    public void lock(Space space) {
        em.lock(space, LockModeType.PESSIMISTIC_WRITE);
        em.createNativeQuery("UPDATE space SET locks = locks + 1 WHERE id = ?1")
                .setParameter(1, space.id())
                .executeUpdate();
    }

    /** Makes other transactions that change a space wait until this one ends. */
    public void lockAll() {
        em.createQuery("UPDATE ChangeCounter c SET c.changes = c.changes + 1 WHERE c.name = :name")
                .setParameter("name", ChangeCounter.SPACE)
                .executeUpdate();
    }

    /** Returns the text of a space's linphonerc entries; the empty text if it has none. */
    public String entriesOf(Space space) {
        return space.entriesId()
                .map(id -> new String(em.find(LinphonercEntries.class, id).utf8(), UTF_8))
                .orElse("");
    }

    /** Stores this text as a new revision of a space's linphonerc entries. The empty text leaves the space without entries. */
    public void replaceEntries(Space space, String text) {
        Optional<LinphonercEntries> entries =
                Optional.of(text).filter(t -> !t.isEmpty()).map(t -> new LinphonercEntries(space, t));
        entries.ifPresent(em::persist);
        em.flush();
        space.setEntriesId(entries.map(LinphonercEntries::id).orElse(null));
        removeOldEntries(space);
    }

    /** Raises the change counter and flushes. After the commit, the next request on this node reads the spaces anew. */
    public void changed() {
        lockAll();
        em.flush();
        changes.fire(new SpacesChanged());
    }

    /**
     * Notes in the audit trail that a part of a space was changed, and then does the same as {@link #changed()}.
     *
     * @param what the text of the audit entry
     */
    public void changed(Space space, String what) {
        trail.note(
                AuditEvent.of(AuditEvent.Type.SPACE_CHANGED).in(space.domain()).saying(what));
        changed();
    }

    /** Keeps a former revision for an hour, because a node that has not yet noticed the change may still read it. */
    private void removeOldEntries(Space space) {
        em.createQuery("DELETE FROM LinphonercEntries e WHERE e.spaceId = :space AND e.createdAt < :old"
                        + " AND NOT EXISTS (SELECT s FROM Space s WHERE s.entriesId = e.id)")
                .setParameter("space", space.id())
                .setParameter("old", Instant.now().minus(KEPT_FOR_OTHER_NODES))
                .executeUpdate();
    }
}
