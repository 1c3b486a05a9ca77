package org.sipprovisioning.space;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.lpconfig.SentEntries;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.Settings;

/** Makes, changes and removes spaces, for super admins. */
@Stateless
@RolesAllowed("super_admin")
public class SpaceService {
    private static final Logger LOG = Logger.getLogger(SpaceService.class.getName());
    private static final Duration KEPT_FOR_OTHER_NODES = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    AuditTrail trail;

    @Inject
    Event<SpacesChanged> changes;

    @Inject
    Event<RealmChange> realmChanges;

    @Inject
    Event<SpaceRemoval> removals;

    public List<Space> list() {
        return em.createQuery("SELECT s FROM Space s ORDER BY s.domain", Space.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    public Space get(String domain) {
        return find(domain).orElseThrow(NotFound::new);
    }

    /** The text of its entries; empty where it has none. */
    public String entriesOf(Space space) {
        return space.entriesId()
                .map(id -> new String(em.find(LinphonercEntries.class, id).utf8(), UTF_8))
                .orElse("");
    }

    public Space create(Fields sent) {
        SpaceFields fields = new SpaceFields(sent, settings.oidcAllowPrivate());
        Space space = fields.newSpace();
        Optional<SentEntries> entries = fields.entries();
        sent.check();
        refuseDuplicates(space);
        em.persist(space);
        em.flush(); // Its entries name its id
        entries.ifPresent(read -> replaceEntries(space, read.text()));
        note(AuditEvent.Type.SPACE_CREATED, space, entries);
        return changed(space);
    }

    public Space update(String domain, Fields sent, boolean dropCredentials) {
        Space space = get(domain);
        String realm = space.realm();
        boolean wasSuper = space.isSuper();
        SpaceFields fields = new SpaceFields(sent, settings.oidcAllowPrivate());
        fields.applyTo(space);
        Optional<SentEntries> entries = fields.entries();
        sent.check();
        if (wasSuper && (!space.isSuper() || space.isExpired())) {
            refuseLastSuper(space);
        }
        refuseDuplicates(space);
        if (!realm.equals(space.realm())) {
            realmChanges.fire(new RealmChange(space, space.realm(), dropCredentials));
        }
        entries.ifPresent(read -> replaceEntries(space, read.text()));
        note(AuditEvent.Type.SPACE_CHANGED, space, entries);
        return changed(space);
    }

    public void delete(String domain) {
        Space space = get(domain);
        if (space.isSuper()) {
            refuseLastSuper(space);
        }
        if (domain.equals(settings.defaultSpace())) {
            throw new Conflict("This is the default space (provisioning.default-space).");
        }
        removals.fire(new SpaceRemoval(space));
        em.createQuery("DELETE FROM LinphonercEntries e WHERE e.spaceId = :space")
                .setParameter("space", space.id())
                .executeUpdate();
        em.remove(space);
        note(AuditEvent.Type.SPACE_DELETED, space, Optional.empty());
        changed(space);
    }

    /** The space of a first start. */
    @PermitAll
    public Space createFirst(String domain) {
        Space space = new Space(domain, domain, domain);
        space.makeSuper(true);
        em.persist(space);
        return changed(space);
    }

    @PermitAll
    public Optional<Space> find(String domain) {
        return em
                .createQuery("SELECT s FROM Space s WHERE s.domain = :domain", Space.class)
                .setParameter("domain", domain)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Something that belongs to it was changed: what, the audit trail tells. */
    public void changed(Space space, String what) {
        trail.note(
                AuditEvent.of(AuditEvent.Type.SPACE_CHANGED).in(space.domain()).saying(what));
        changed(space);
    }

    private void note(AuditEvent.Type type, Space space, Optional<SentEntries> entries) {
        List<String> warnings = entries.map(SentEntries::warnings).orElse(List.of());
        warnings.forEach(warning -> LOG.warning(() -> "Entries of " + space.domain() + ": " + warning));
        AuditEvent event = AuditEvent.of(type).in(space.domain());
        trail.note(warnings.isEmpty() ? event : event.saying(String.join("; ", warnings)));
    }

    private void replaceEntries(Space space, String text) {
        Optional<LinphonercEntries> entries =
                Optional.of(text).filter(t -> !t.isEmpty()).map(t -> new LinphonercEntries(space, t));
        entries.ifPresent(em::persist);
        em.flush();
        space.setEntriesId(entries.map(LinphonercEntries::id).orElse(null));
        removeOldEntries(space);
    }

    /** A node that has not yet noticed the change may still ask for the former ones. */
    private void removeOldEntries(Space space) {
        em.createQuery("DELETE FROM LinphonercEntries e WHERE e.spaceId = :space AND e.createdAt < :old"
                        + " AND NOT EXISTS (SELECT s FROM Space s WHERE s.entriesId = e.id)")
                .setParameter("space", space.id())
                .setParameter("old", Instant.now().minus(KEPT_FOR_OTHER_NODES))
                .executeUpdate();
    }

    private Space changed(Space space) {
        em.createQuery("UPDATE ChangeCounter c SET c.changes = c.changes + 1 WHERE c.name = :name")
                .setParameter("name", ChangeCounter.SPACE)
                .executeUpdate();
        em.flush();
        changes.fire(new SpacesChanged());
        return space;
    }

    private void refuseDuplicates(Space space) {
        for (Space other : list()) {
            boolean isOther = !other.id().equals(space.id());
            if (isOther && other.domain().equals(space.domain())) {
                throw new InvalidInput("domain", "is taken already");
            }
            if (isOther && other.host().equals(space.host())) {
                throw new InvalidInput("host", "is taken already");
            }
        }
    }

    private void refuseLastSuper(Space space) {
        boolean another = list().stream()
                .anyMatch(other ->
                        other.isSuper() && !other.isExpired() && !other.id().equals(space.id()));
        if (!another) {
            throw new Conflict("This is the last super space that has not expired.");
        }
    }
}
