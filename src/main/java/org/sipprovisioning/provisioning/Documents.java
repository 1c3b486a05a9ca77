package org.sipprovisioning.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.linked.CardDavCredential;
import org.sipprovisioning.account.linked.ExternalAccount;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.DocumentCheck;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.LpConfigXml;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.lpconfig.UnrenderableDocument;
import org.sipprovisioning.lpconfig.UnusableDocument;
import org.sipprovisioning.provisioning.hooks.HookFailed;
import org.sipprovisioning.provisioning.hooks.Hooks;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.settings.Settings.FollowUp;
import org.sipprovisioning.space.ContactDirectory;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/** Composes and renders the documents; keeps those that are the same for everyone. */
@ApplicationScoped
public class Documents {
    private static final long MAX_CACHED_BYTES = 64L << 20;

    private record Key(BaseDocuments.Revision base, List<ContactDirectory> directories, Origin origin) {}

    @Inject
    BaseDocuments bases;

    @Inject
    SpaceCatalog spaces;

    @Inject
    Settings settings;

    @Inject
    Hooks hooks;

    @Inject
    PhoneRequest request;

    private final Cache<Key, byte[]> rendered = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((Key key, byte[] document) -> document.length)
            .build();

    /**
     * @throws MalformedRequest for a parameter that a template asks for and that no document may hold
     * @throws HookFailed if a hook does not do as it should
     */
    byte[] base(Space space, Origin origin) {
        List<ContactDirectory> directories = spaces.directories(space);
        Key key = new Key(bases.revision(space), directories, origin);
        byte[] known = hooks.isEmpty() ? rendered.getIfPresent(key) : null;
        if (known != null) {
            return known;
        }
        LpConfig document = compose(space, Optional.empty(), origin);
        addDirectories(document, directories);
        boolean sameForAll = hooks.isEmpty() && !bases.asksRequest(space);
        return sameForAll
                ? rendered.get(key, k -> LpConfigXml.write(document))
                : complete(
                        document,
                        () -> HookContext.of(space, Optional.empty(), request),
                        completed -> {},
                        completed -> {});
    }

    /**
     * @throws MalformedRequest as {@link #base}, and for parameters that leave no document that a phone could use
     * @throws UnusableDocument if a phone would apply it in part only
     * @throws UnrenderableDocument if there is no way to say it in XML that the phone reads as it should
     * @throws HookFailed as {@link #base}
     */
    byte[] account(
            Account account,
            Optional<ExternalAccount> external,
            List<CardDavCredential> cardDavs,
            Origin origin,
            boolean singleUse) {
        Space space = account.space();
        LpConfig document = compose(space, Optional.of(account), origin);
        if (singleUse) {
            followUp(space, document.section("misc"), origin);
        }
        AccountSections sections = new AccountSections(document);
        sections.addAppFlags(space);
        addDirectories(document, spaces.directories(space));
        sections.add(account, external, cardDavs);
        DocumentCheck check = new DocumentCheck(account.address().uri());
        if (bases.asksRequest(space)) {
            check.requireOfParameters(document);
        } else {
            check.require(document);
        }
        AccountKeys stale = AccountKeys.stale(singleUse);
        return complete(
                document,
                () -> HookContext.of(space, Optional.of(account), request),
                check::require,
                completed -> AccountSections.settle(completed, stale));
    }

    /** @param hookContext made only where there is a hook to be told */
    private byte[] complete(
            LpConfig document, Supplier<Context> hookContext, Consumer<LpConfig> check, Consumer<LpConfig> settle) {
        if (hooks.isEmpty()) {
            settle.accept(document);
            return LpConfigXml.write(document);
        }
        Context context = hookContext.get();
        Consumer<LpConfig> whole = completed -> {
            LpConfigXml.check(completed);
            check.accept(completed);
        };
        LpConfig completed = hooks.runJava(document, context, whole);
        settle.accept(completed);
        if (hooks.hasStyleSheets()) {
            request.requireDocumentTexts(); // They are its parameters
        }
        return LpConfigXml.write(hooks.runStyleSheets(completed, context, whole));
    }

    /** Beside those of the base. */
    private static void addDirectories(LpConfig document, List<ContactDirectory> directories) {
        for (ContactDirectory directory : directories) {
            Section section = document.appendNumbered("remote_contact_directory_");
            directory.entries().forEach((key, value) -> section.put(key, value, true));
        }
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
