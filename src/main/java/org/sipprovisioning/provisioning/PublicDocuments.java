package org.sipprovisioning.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.LpConfigXml;
import org.sipprovisioning.provisioning.hooks.HookFailed;
import org.sipprovisioning.provisioning.hooks.Hooks;
import org.sipprovisioning.space.ContactDirectory;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/** Composes and renders the base documents of spaces, which are open to every client. Caches those that are the same for each request. */
@ApplicationScoped
public class PublicDocuments {
    private static final long MAX_CACHED_BYTES = 64L << 20;

    /** A rough size of a key. A client can make keys: each loopback address and port is an origin of its own. */
    private static final int KEY_BYTES = 1_000;

    private record Key(BaseDocuments.Revision base, List<ContactDirectory> directories, Origin origin) {}

    @Inject
    BaseDocuments bases;

    @Inject
    SpaceCatalog spaces;

    @Inject
    Hooks hooks;

    @Inject
    PhoneRequest request;

    private final Cache<Key, byte[]> rendered = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((Key key, byte[] document) -> document.length + KEY_BYTES)
            .build();

    /**
     * Returns the base document of a space as XML.
     *
     * @throws MalformedRequest if a parameter that a template or a stylesheet asks for has a character that no document may hold
     * @throws HookFailed if a hook fails
     */
    byte[] of(Space space, Origin origin) {
        List<ContactDirectory> directories = spaces.directories(space);
        Key key = new Key(bases.revision(space), directories, origin);
        byte[] known = hooks.isEmpty() ? rendered.getIfPresent(key) : null;
        if (known != null) {
            return known;
        }
        LpConfig document = compose(space, directories, origin);
        boolean sameForAll = hooks.isEmpty() && !bases.asksRequest(space);
        return sameForAll ? rendered.get(key, k -> LpConfigXml.write(document)) : complete(document, space);
    }

    private LpConfig compose(Space space, List<ContactDirectory> directories, Origin origin) {
        LpConfig document = bases.of(space, new PhoneValues(space, Optional.empty(), request));
        SpaceSections sections = new SpaceSections(document);
        sections.addContacts(origin);
        sections.addAddressBooks(directories);
        return document;
    }

    private byte[] complete(LpConfig document, Space space) {
        HookRun run = HookRun.ofBase(hooks, request, space);
        return LpConfigXml.write(run.styleSheets(run.java(document)));
    }
}
