package org.sipprovisioning.space;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.lint.Findings;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.Settings;

/** Creates, changes and deletes spaces for super admins. {@link Spaces} stores them. */
@Stateless
@RolesAllowed("super_admin")
public class SpaceService {
    private static final Logger LOG = Logger.getLogger(SpaceService.class.getName());

    /** A space as it was stored, and the findings of the entries that the request has sent. */
    public record Saved(Space space, Optional<Findings> findings) {
        private static Saved of(Space space, Optional<SpaceEntries> entries) {
            return new Saved(space, entries.map(SpaceEntries::findings));
        }
    }

    @Inject
    Spaces spaces;

    @Inject
    Settings settings;

    @Inject
    AuditTrail trail;

    @Inject
    Event<RealmChange> realmChanges;

    @Inject
    Event<SpaceRemoval> removals;

    public List<Space> list() {
        return spaces.list();
    }

    /** @throws NotFound if no space has this domain */
    public Space get(String domain) {
        return spaces.get(domain);
    }

    /** Returns the text of a space's linphonerc entries; the empty text if it has none. */
    public String entriesOf(Space space) {
        return spaces.entriesOf(space);
    }

    /** @throws InvalidInput naming the fields that are wrong, or the domain or host that another space has */
    public Saved create(Fields sent) {
        SpaceFields fields = new SpaceFields(sent, settings.oidcAllowPrivate());
        Space space = fields.newSpace();
        Optional<SpaceEntries> entries = fields.entries(space);
        sent.check();
        refuseDuplicates(space);
        spaces.add(space);
        entries.ifPresent(read -> spaces.replaceEntries(space, read.text()));
        note(AuditEvent.Type.SPACE_CREATED, space, entries);
        spaces.changed();
        return Saved.of(space, entries);
    }

    /**
     * Changes a space.
     *
     * @param dropCredentials whether the accounts lose the credentials that a new realm makes wrong
     * @throws NotFound if no space has this domain
     * @throws InvalidInput naming the fields that are wrong, or the host that another space has
     * @throws Conflict if no super space that has not expired would be left, or if the space has accounts, gets a new realm and they may
     *     not lose their credentials
     */
    public Saved update(String domain, Fields sent, boolean dropCredentials) {
        Space space = get(domain);
        String realm = space.realm();
        boolean wasSuper = space.isSuper();
        SpaceFields fields = new SpaceFields(sent, settings.oidcAllowPrivate());
        fields.applyTo(space);
        Optional<SpaceEntries> entries = fields.entries(space);
        sent.check();
        if (wasSuper && (!space.isSuper() || space.isExpired())) {
            refuseLastSuper(space);
        }
        refuseDuplicates(space);
        if (!realm.equals(space.realm())) {
            realmChanges.fire(new RealmChange(space, space.realm(), dropCredentials));
        }
        entries.ifPresent(read -> spaces.replaceEntries(space, read.text()));
        note(AuditEvent.Type.SPACE_CHANGED, space, entries);
        spaces.changed();
        return Saved.of(space, entries);
    }

    /**
     * Deletes a space and all that belongs to it.
     *
     * @throws NotFound if no space has this domain
     * @throws Conflict if it is the last super space that has not expired or the default space, or if it has accounts
     */
    public void delete(String domain) {
        Space space = get(domain);
        if (space.isSuper()) {
            refuseLastSuper(space);
        }
        if (domain.equals(settings.defaultSpace())) {
            throw new Conflict("This is the default space (provisioning.default-space).");
        }
        removals.fire(new SpaceRemoval(space));
        spaces.remove(space);
        note(AuditEvent.Type.SPACE_DELETED, space, Optional.empty());
        spaces.changed();
    }

    private void note(AuditEvent.Type type, Space space, Optional<SpaceEntries> entries) {
        List<String> warnings = entries.map(SpaceEntries::warnings).orElse(List.of());
        warnings.forEach(warning -> LOG.warning(() -> "Entries of " + space.domain() + ": " + warning));
        AuditEvent event = AuditEvent.of(type).in(space.domain());
        trail.note(warnings.isEmpty() ? event : event.saying(String.join("; ", warnings)));
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

    /** Locks first, so that of two super spaces that give this up at the same time one stays. */
    private void refuseLastSuper(Space space) {
        spaces.lockAll();
        boolean another = list().stream()
                .anyMatch(other ->
                        other.isSuper() && !other.isExpired() && !other.id().equals(space.id()));
        if (!another) {
            throw new Conflict("This is the last super space that has not expired.");
        }
    }
}
