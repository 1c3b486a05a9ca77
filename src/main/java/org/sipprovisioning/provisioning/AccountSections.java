package org.sipprovisioning.provisioning;

import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.CardDavCredential;
import org.sipprovisioning.account.ExternalAccount;
import org.sipprovisioning.account.Identity;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.space.AppFlag;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.Space;

/**
 * Adds to a base document what makes it an account's: the app flags, the account, its credentials, its external account, what it
 * proves itself with to address books. The phone
 * merges key by key, so everything overwrites, and whatever another account could have left behind is cleared.
 */
final class AccountSections {
    private static final String EXTERNAL = "external_account";
    private static final List<String> PROXY_KEYS = List.of("reg_identity", "reg_proxy", "reg_sendregister", "refkey");
    private static final List<String> AUTH_KEYS = List.of("username", "domain", "ha1", "realm", "algorithm");

    private final LpConfig document;
    private final AccountKeys stale;

    AccountSections(LpConfig document, AccountKeys stale) {
        this.document = document;
        this.stale = stale;
    }

    void add(Account account, Optional<ExternalAccount> external, List<CardDavCredential> cardDavs) {
        Section proxy = document.section("proxy_0");
        put(proxy, "reg_identity", account.address().nameAddr(account.displayName()));
        put(proxy, "refkey", "push_notification");
        proxy.putIfAbsent("reg_proxy", account.space().registrarUri(), true);
        proxy.putIfAbsent("reg_sendregister", "1", true);
        external.ifPresent(linked -> put(proxy, "depends_on", EXTERNAL));
        finish(proxy, stale.proxy());
        addCredentials(account);
        external.ifPresent(this::addExternal);
        cardDavs.forEach(this::addCardDav);
        if (external.isEmpty() && account.hadExternal()) {
            retireExternal();
        }
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
    private void addCredentials(Account account) {
        DigestAlgorithm algorithm = account.space().algorithm();
        account.credentials()
                .ha1(algorithm)
                .ifPresentOrElse(
                        ha1 -> addAuthInfo(
                                document.section("auth_info_0"),
                                account.identity(),
                                account.space().domain(),
                                algorithm,
                                ha1),
                        () -> document.remove("auth_info_0"));
    }

    private void addExternal(ExternalAccount external) {
        Section proxy = document.appendNumbered("proxy_");
        put(proxy, "reg_identity", external.address().nameAddr(Optional.empty()));
        put(proxy, "reg_proxy", external.registrarUri());
        external.outboundProxyUri().ifPresent(route -> put(proxy, "reg_route", route));
        put(proxy, "reg_sendregister", "1");
        put(proxy, "refkey", "external_push_notification");
        put(proxy, "idkey", EXTERNAL);
        finish(proxy, stale.proxy());
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
        stale.proxy().forEach(proxy::clear);
        Section authInfo = document.appendNumbered("auth_info_");
        AUTH_KEYS.forEach(authInfo::clear);
        stale.authInfo().forEach(authInfo::clear);
    }

    private void addAuthInfo(
            Section authInfo, Identity identity, String domain, DigestAlgorithm algorithm, String ha1) {
        put(authInfo, "username", identity.username());
        put(authInfo, "domain", domain);
        put(authInfo, "ha1", ha1);
        put(authInfo, "realm", identity.realm());
        put(authInfo, "algorithm", algorithm.token());
        finish(authInfo, stale.authInfo());
    }

    private static void put(Section section, String key, String value) {
        section.put(key, value, true);
    }

    private static void finish(Section section, List<String> staleKeys) {
        staleKeys.stream().filter(key -> section.find(key).isEmpty()).forEach(section::clear);
        section.overwriteIf(entry -> true);
    }
}
