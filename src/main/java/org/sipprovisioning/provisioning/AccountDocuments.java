package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.linked.CardDavCredential;
import org.sipprovisioning.account.linked.ExternalAccount;
import org.sipprovisioning.fault.MalformedRequest;
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
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/** Composes and renders the documents of accounts. */
@ApplicationScoped
public class AccountDocuments {
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

    /**
     * Returns the document of an account as XML.
     *
     * @param singleUse whether the document is for a token, which the phone cannot use again
     * @throws MalformedRequest if a parameter that a template or a stylesheet asks for has a character that no document may hold, or if
     *     these parameters leave no document that a phone could use
     * @throws UnusableDocument if a phone would apply the document in part only
     * @throws UnrenderableDocument if the document cannot be written in XML that the phone reads correctly
     * @throws HookFailed if a hook fails
     */
    byte[] of(
            Account account,
            Optional<ExternalAccount> external,
            List<CardDavCredential> cardDavs,
            Origin origin,
            boolean singleUse) {
        LpConfig document = compose(account, external, cardDavs, origin, singleUse);
        DocumentCheck check = new DocumentCheck(account.address().uri());
        if (bases.asksRequest(account.space())) {
            check.requireOfParameters(document);
        } else {
            check.require(document);
        }
        HookRun run = HookRun.ofAccount(hooks, request, account, check);
        LpConfig completed = run.java(document);
        AccountSections.settle(completed, AccountKeys.stale(singleUse));
        return LpConfigXml.write(run.styleSheets(completed));
    }

    private LpConfig compose(
            Account account,
            Optional<ExternalAccount> external,
            List<CardDavCredential> cardDavs,
            Origin origin,
            boolean singleUse) {
        Space space = account.space();
        LpConfig document = bases.of(space, new PhoneValues(space, Optional.of(account), request));
        SpaceSections spaceSections = new SpaceSections(document);
        AccountSections accountSections = new AccountSections(document);
        spaceSections.addContacts(origin);
        if (singleUse) {
            addFollowUp(document.section("misc"), space, origin);
        }
        accountSections.addAppFlags(space);
        spaceSections.addAddressBooks(spaces.directories(space));
        accountSections.add(account, external, cardDavs);
        return document;
    }

    /**
     * Keeps the phone from asking the token's URL at its next start, when the token is used. It then asks for its own document with its
     * Digest credential; for single sign-on it has no token at hand then, so it asks nothing.
     */
    private void addFollowUp(Section misc, Space space, Origin origin) {
        boolean canLogIn = space.logins().offerDigest();
        switch (settings.followUp() == FollowUp.ME && !canLogIn ? FollowUp.TRANSIENT : settings.followUp()) {
            case ME -> misc.put("config-uri", origin.me(), true);
            case TRANSIENT -> misc.put("transient_provisioning", "1", true);
            case NONE -> {}
        }
    }
}
