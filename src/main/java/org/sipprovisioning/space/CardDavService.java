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
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;

/** Creates, changes and deletes the CardDAV servers of a space for super admins. Each of these is also a change of the space. */
@Stateless
@RolesAllowed("super_admin")
public class CardDavService {
    @PersistenceContext
    EntityManager em;

    @Inject
    Spaces spaces;

    @Inject
    Event<CardDavRemoval> removals;

    /** @throws NotFound if no space has this domain */
    public List<CardDavServer> list(String domain) {
        return em.createQuery(
                        "SELECT c FROM CardDavServer c WHERE c.spaceId = :space ORDER BY c.id", CardDavServer.class)
                .setParameter("space", spaces.get(domain).id())
                .getResultList();
    }

    /** @throws NotFound if no space has this domain, or if the space has no such server */
    public CardDavServer get(String domain, long id) {
        return find(spaces.get(domain), id);
    }

    /**
     * Creates a server.
     *
     * @throws NotFound if no space has this domain
     * @throws InvalidInput naming the fields that are wrong
     */
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

    /**
     * Changes the fields of a server that were sent.
     *
     * @throws NotFound as {@link #get}
     * @throws InvalidInput naming the fields that are wrong
     */
    public CardDavServer update(String domain, long id, Fields sent) {
        Space space = spaces.get(domain);
        CardDavServer server = find(space, id);
        new CardDavFields(sent).applyTo(server);
        sent.check();
        spaces.changed(space, "CardDAV server " + id + " changed");
        return server;
    }

    /**
     * Deletes a server and, by {@link CardDavRemoval}, the credentials that accounts have for it.
     *
     * @throws NotFound as {@link #get}
     */
    public void delete(String domain, long id) {
        Space space = spaces.get(domain);
        CardDavServer server = find(space, id);
        removals.fire(new CardDavRemoval(server));
        em.remove(server);
        spaces.changed(space, "CardDAV server " + id + " removed");
    }

    /** Deletes the servers of a space that is deleted. Such a space has no accounts, and so no credentials for these servers. */
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
