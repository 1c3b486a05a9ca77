package org.sipprovisioning.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.ExternalAccount;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.LpConfigXml;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.lpconfig.UnrenderableDocument;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.settings.Settings.FollowUp;
import org.sipprovisioning.space.BaseDocuments;
import org.sipprovisioning.space.Space;

/** Composes and renders the documents; keeps those that are the same for everyone. */
@ApplicationScoped
public class Documents {
    private static final long MAX_CACHED_BYTES = 64L << 20;

    private record Key(BaseDocuments.Revision base, Origin origin) {}

    @Inject
    BaseDocuments bases;

    @Inject
    Settings settings;

    @Inject
    PhoneRequest request;

    private final Cache<Key, byte[]> rendered = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((Key key, byte[] document) -> document.length)
            .build();

    /** @throws MalformedRequest for a parameter that a template asks for and that no document may hold */
    byte[] base(Space space, Origin origin) {
        Key key = new Key(bases.revision(space), origin);
        byte[] known = rendered.getIfPresent(key);
        if (known != null) {
            return known;
        }
        return bases.asksRequest(space) ? renderBase(space, origin) : rendered.get(key, k -> renderBase(space, origin));
    }

    /** @throws MalformedRequest for a parameter that a template asks for and no document may hold, or that leaves no usable one
     * @throws UnusableDocument if a phone would apply it in part only
     * @throws UnrenderableDocument if there is no way to say it in XML that the phone reads as it should */
    byte[] account(Account account, Optional<ExternalAccount> external, Origin origin, boolean singleUse) {
        LpConfig document = compose(account.space(), Optional.of(account), origin);
        if (singleUse) {
            followUp(account.space(), document.section("misc"), origin);
        }
        new AccountSections(document, AccountKeys.stale(singleUse)).add(account, external);
        new DocumentCheck(account, bases.asksRequest(account.space())).require(document);
        return LpConfigXml.write(document);
    }

    private byte[] renderBase(Space space, Origin origin) {
        return LpConfigXml.write(compose(space, Optional.empty(), origin));
    }

    private LpConfig compose(Space space, Optional<Account> account, Origin origin) {
        LpConfig document = bases.of(space, new PhoneValues(space, account, request));
        document.section("misc").put("contacts-vcard-list", origin.contacts(), true);
        return document;
    }

    /** The phone would ask the same URL at its next start, with a token that is spent by then. A token of single sign-on it has not at
     * hand then. */
    private void followUp(Space space, Section misc, Origin origin) {
        boolean canLogIn = space.logins().offerDigest();
        switch (settings.followUp() == FollowUp.ME && !canLogIn ? FollowUp.TRANSIENT : settings.followUp()) {
            case ME -> misc.put("config-uri", origin.me(), true);
            case TRANSIENT -> misc.put("transient_provisioning", "1", true);
            case NONE -> {}
        }
    }
}
