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
 * Adds to a base document what makes it an account's: the app flags, the account, its credentials, its external account, what it
 * proves itself with to address books. The phone merges key by key, so everything overwrites, and whatever another account could have
 * left behind is cleared.
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

    /** The last step: whatever is in a proxy or an auth_info, the base's own too, is all that the phone shall have there. */
    static void settle(LpConfig document, AccountKeys stale) {
        NumberedSections.PROXIES.of(document).forEach(proxy -> settle(proxy, stale.proxy()));
        NumberedSections.AUTH_INFOS.of(document).forEach(authInfo -> settle(authInfo, stale.authInfo()));
    }

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

    /** An account without a password has none, and then an {@code auth_info_0} of the base would be half of one. */
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

    /** The phone keeps one per user and realm: the base's give way to ours, and leave no gap. */
    private void makeRoom(List<Identity> ours) {
        NumberedSections.AUTH_INFOS.of(document).stream()
                .filter(authInfo -> !authInfo.name().equals(OWN_AUTH_INFO))
                .filter(authInfo -> ours.stream()
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

    /** Without a reg_proxy, the phone drops what it had. Last, as an emptied auth_info ends what the phone reads of them. */
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
