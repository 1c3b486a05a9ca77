package org.sipprovisioning.space;

import static org.sipprovisioning.request.Sent.fields;

import java.lang.reflect.Field;
import java.time.Instant;
import org.sipprovisioning.request.Fields;

/** Makes spaces as the API and the database do, without either of them. */
public final class SampleSpaces {
    private SampleSpaces() {}

    public static Space of(String domain) {
        return of(domain, "{}");
    }

    /** @param json the optional fields */
    public static Space of(String domain, String json) {
        Space space = new Space(domain, domain, domain);
        return change(space, json);
    }

    public static Space change(Space space, String json) {
        Fields sent = fields(json);
        new SpaceFields(sent, false).applyTo(space);
        sent.check();
        return space;
    }

    public static Space expired(Space space) {
        space.expireAt(Instant.EPOCH);
        return space;
    }

    /** Sets the id of an entity, as the database does when it stores it. */
    public static <T> T kept(T entity, long id) {
        try {
            Field field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Space withEntries(Space space, long id) {
        space.setEntriesId(id);
        return space;
    }

    /** @param json the optional fields, and the URI */
    public static CardDavServer cardDav(Space space, long id, String json) {
        return change(kept(new CardDavServer(space), id), json);
    }

    public static CardDavServer change(CardDavServer server, String json) {
        Fields sent = fields(json);
        new CardDavFields(sent).applyTo(server);
        sent.check();
        return server;
    }

    /** Returns a catalog in which every space has the address books of this list, at the time of each call. */
    public static SpaceCatalog withAddressBooks(java.util.List<CardDavServer> servers) {
        return new SpaceCatalog() {
            @Override
            public java.util.List<ContactDirectory> directories(Space space) {
                return servers.stream().map(CardDavServer::directory).toList();
            }
        };
    }

    public static SpaceCatalog catalog(org.sipprovisioning.settings.Settings settings, Space... spaces) {
        SpaceCatalog catalog = new SpaceCatalog();
        catalog.settings = settings;
        catalog.reader = new SpaceReader() {
            @Override
            public Snapshot read() {
                return new Snapshot(1, java.util.List.of(spaces), java.util.Map.of());
            }
        };
        return catalog;
    }
}
