package org.sipprovisioning.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Identity;
import org.sipprovisioning.account.linked.CardDavCredential;
import org.sipprovisioning.account.linked.ExternalAccount;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.NumberedSections;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.lpconfig.SipSections;
import org.sipprovisioning.space.AppFlag;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.Space;

/**
 * Adds an account's part to a base document: the app flags, the account's proxy and credential, its external account, and its credentials
 * for address books. The phone merges a document key by key. Therefore all these entries overwrite, and the keys that another account
 * could have left in the phone are cleared.
 */
final class AccountSections {
    private static final String EXTERNAL = "external_account";
    private static final String OWN_AUTH_INFO = "auth_info_0";
    private static final List<String> PROXY_KEYS = List.of("reg_identity", "reg_proxy", "reg_sendregister", "refkey");
    private static final List<String> AUTH_KEYS = List.of("username", "domain", "ha1", "realm", "algorithm");

    private final LpConfig document;

    AccountSections(LpConfig document) {
        this.document = document;
    }

    /** Adds all parts but the app flags. */
    void add(Account account, Optional<ExternalAccount> external, List<CardDavCredential> cardDavs) {
        Section proxy = document.section("proxy_0");
        put(proxy, "reg_identity", account.address().nameAddr(account.displayName()));
        put(proxy, "refkey", "push_notification");
        proxy.putIfAbsent("reg_proxy", account.space().registrarUri(), true);
        proxy.putIfAbsent("reg_sendregister", "1", true);
        external.ifPresent(linked -> put(proxy, "depends_on", EXTERNAL));
        addCredentials(account, external, cardDavs);
        external.ifPresent(this::addExternal);
        cardDavs.forEach(this::addCardDav);
        if (external.isEmpty() && account.hadExternal()) {
            retireExternal();
        }
    }

    /**
     * Makes the proxies and auth_infos of a document, also those of the base, all that the phone has in these sections: their entries
     * overwrite, and the stale keys that they do not set are cleared. The last step of an account's document.
     */
    static void settle(LpConfig document, AccountKeys stale) {
        NumberedSections.PROXIES.of(document).forEach(proxy -> settle(proxy, stale.proxy()));
        NumberedSections.AUTH_INFOS.of(document).forEach(authInfo -> settle(authInfo, stale.authInfo()));
    }

    /** Adds section {@code ui}, unless the base has one. */
    void addAppFlags(Space space) {
        if (document.find("ui").isPresent()) {
            return;
        }
        Section ui = document.section("ui");
        for (AppFlag flag : AppFlag.values()) {
            put(ui, flag.key(), space.has(flag) ? "1" : "0");
        }
        put(ui, "max_account", String.valueOf(space.appMaxAccount()));
    }

    /**
     * Adds the account's own credential, and makes room for the others. An account without a password has no credential; an {@code
     * auth_info_0} of the base is removed then, because it would be incomplete.
     */
    private void addCredentials(Account account, Optional<ExternalAccount> external, List<CardDavCredential> cardDavs) {
        Space space = account.space();
        Stream<Identity> others = Stream.concat(
                external.map(ExternalAccount::identity).stream(),
                cardDavs.stream().map(CardDavCredential::identity));
        Optional<String> ha1 = account.credentials().ha1(space.algorithm());
        if (ha1.isPresent()) {
            Section own = document.section(OWN_AUTH_INFO);
            makeRoom(Stream.concat(Stream.of(account.identity()), others).toList());
            addAuthInfo(own, account.identity(), space.domain(), space.algorithm(), ha1.get());
        } else {
            document.remove(OWN_AUTH_INFO);
            makeRoom(others.toList());
        }
    }

    /**
     * Removes the base's auth_infos that have the user name and realm of one of these identities, because the phone keeps one auth_info for
     * each pair. Closes the gaps that they leave in the numbers.
     */
    private void makeRoom(List<Identity> identities) {
        NumberedSections.AUTH_INFOS.of(document).stream()
                .filter(authInfo -> !authInfo.name().equals(OWN_AUTH_INFO))
                .filter(authInfo -> identities.stream()
                        .anyMatch(identity -> SipSections.isFor(authInfo, identity.username(), identity.realm())))
                .forEach(twin -> document.remove(twin.name()));
        NumberedSections.AUTH_INFOS.closeGaps(document);
    }

    private void addExternal(ExternalAccount external) {
        Section proxy = document.appendNumbered("proxy_");
        put(proxy, "reg_identity", external.address().nameAddr(Optional.empty()));
        put(proxy, "reg_proxy", external.registrarUri());
        external.outboundProxyUri().ifPresent(route -> put(proxy, "reg_route", route));
        put(proxy, "reg_sendregister", "1");
        put(proxy, "refkey", "external_push_notification");
        put(proxy, "idkey", EXTERNAL);
        addAuthInfo(
                document.appendNumbered("auth_info_"),
                external.identity(),
                external.address().domain(),
                external.algorithm(),
                external.ha1());
    }

    private void addCardDav(CardDavCredential credential) {
        addAuthInfo(
                document.appendNumbered("auth_info_"),
                credential.identity(),
                credential.host(),
                credential.algorithm(),
                credential.ha1());
    }

    /**
     * Clears the proxy and the auth_info of a former external account: the phone drops a proxy without {@code reg_proxy}. These sections
     * are the last, because the phone reads no auth_info after an emptied one.
     */
    private void retireExternal() {
        Section proxy = document.appendNumbered("proxy_");
        PROXY_KEYS.forEach(proxy::clear);
        Section authInfo = document.appendNumbered("auth_info_");
        AUTH_KEYS.forEach(authInfo::clear);
    }

    private void addAuthInfo(
            Section authInfo, Identity identity, String domain, DigestAlgorithm algorithm, String ha1) {
        put(authInfo, "username", identity.username());
        put(authInfo, "domain", domain);
        put(authInfo, "ha1", ha1);
        put(authInfo, "realm", identity.realm());
        put(authInfo, "algorithm", algorithm.token());
    }

    private static void put(Section section, String key, String value) {
        section.put(key, value, true);
    }

    private static void settle(Section section, List<String> staleKeys) {
        staleKeys.stream().filter(key -> section.find(key).isEmpty()).forEach(section::clear);
        section.overwriteIf(entry -> true);
    }
}
