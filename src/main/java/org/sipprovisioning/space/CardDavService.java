package org.sipprovisioning.space;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;

/** Makes, changes and removes the CardDAV servers of a space, for super admins. Each is a change of its space. */
@Stateless
@RolesAllowed("super_admin")
public class CardDavService {
    @PersistenceContext
    EntityManager em;

    @Inject
    Spaces spaces;

    @Inject
    Event<CardDavRemoval> removals;

    public List<CardDavServer> list(String domain) {
        return em.createQuery(
                        "SELECT c FROM CardDavServer c WHERE c.spaceId = :space ORDER BY c.id", CardDavServer.class)
                .setParameter("space", spaces.get(domain).id())
                .getResultList();
    }

    public CardDavServer get(String domain, long id) {
        return find(spaces.get(domain), id);
    }

    public CardDavServer create(String domain, Fields sent) {
        Space space = spaces.get(domain);
        CardDavServer server = new CardDavServer(space);
        sent.require("uri");
        new CardDavFields(sent).applyTo(server);
        sent.check();
        em.persist(server);
        em.flush(); // The audit trail names its id
        spaces.changed(space, "CardDAV server " + server.id() + " added");
        return server;
    }

    public CardDavServer update(String domain, long id, Fields sent) {
        Space space = spaces.get(domain);
        CardDavServer server = find(space, id);
        new CardDavFields(sent).applyTo(server);
        sent.check();
        spaces.changed(space, "CardDAV server " + id + " changed");
        return server;
    }

    public void delete(String domain, long id) {
        Space space = spaces.get(domain);
        CardDavServer server = find(space, id);
        removals.fire(new CardDavRemoval(server));
        em.remove(server);
        spaces.changed(space, "CardDAV server " + id + " removed");
    }

    /** No account is left in it, and so no credential for them. */
    public void spaceGoes(@Observes SpaceRemoval removal) {
        em.createQuery("DELETE FROM CardDavServer c WHERE c.spaceId = :space")
                .setParameter("space", removal.space().id())
                .executeUpdate();
    }

    private CardDavServer find(Space space, long id) {
        return Optional.ofNullable(em.find(CardDavServer.class, id))
                .filter(server -> server.isOf(space))
                .orElseThrow(NotFound::new);
    }
}
