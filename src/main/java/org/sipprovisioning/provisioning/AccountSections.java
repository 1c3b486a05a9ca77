package org.sipprovisioning.provisioning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.ExternalAccount;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.space.AppFlag;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.NumberedSections;
import org.sipprovisioning.space.SipSections;
import org.sipprovisioning.space.Space;

/**
 * Adds to a base document what makes it an account's: the app flags, the account, its credentials, its external account. The phone
 * merges key by key, so everything overwrites, and whatever another account could have left behind is cleared.
 */
final class AccountSections {
    private static final String EXTERNAL = "external_account";
    private static final String OWN_AUTH_INFO = "auth_info_0";
    private static final List<String> PROXY_KEYS = List.of("reg_identity", "reg_proxy", "reg_sendregister", "refkey");
    private static final List<String> AUTH_KEYS = List.of("username", "domain", "ha1", "realm", "algorithm");

    private final LpConfig document;
    private final AccountKeys stale;
    private final Set<String> ours = new HashSet<>();

    AccountSections(LpConfig document, AccountKeys stale) {
        this.document = document;
        this.stale = stale;
    }

    void add(Account account, Optional<ExternalAccount> external) {
        addAppFlags(account.space());
        Section proxy = document.section("proxy_0");
        put(proxy, "reg_identity", account.address().nameAddr(account.displayName()));
        put(proxy, "refkey", "push_notification");
        proxy.putIfAbsent("reg_proxy", account.space().registrarUri(), true);
        proxy.putIfAbsent("reg_sendregister", "1", true);
        external.ifPresent(linked -> put(proxy, "depends_on", EXTERNAL));
        addCredentials(account);
        external.ifPresentOrElse(this::addExternal, () -> {
            if (account.hadExternal()) {
                retireExternal();
            }
        });
        settle(document, stale);
    }

    /** The last step: whatever is in a proxy or an auth_info, the base's own too, is all that the phone shall have there. */
    static void settle(LpConfig document, AccountKeys stale) {
        NumberedSections.PROXIES.of(document).forEach(proxy -> settle(proxy, stale.proxy()));
        NumberedSections.AUTH_INFOS.of(document).forEach(authInfo -> settle(authInfo, stale.authInfo()));
    }

    private void addAppFlags(Space space) {
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
        Space space = account.space();
        Optional<String> ha1 = account.credentials().ha1(space.algorithm());
        if (ha1.isPresent()) {
            addAuthInfo(OWN_AUTH_INFO, account.address(), space.realm(), space.algorithm(), ha1.get());
            ours.add(OWN_AUTH_INFO);
            makeRoom(account.address(), space.realm());
        } else {
            document.remove(OWN_AUTH_INFO);
            NumberedSections.AUTH_INFOS.closeGaps(document);
        }
    }

    /** The phone keeps one per user and realm: the base's give way to ours, and leave no gap. */
    private void makeRoom(SipAddress address, String realm) {
        NumberedSections.AUTH_INFOS.of(document).stream()
                .filter(authInfo -> !ours.contains(authInfo.name()))
                .filter(authInfo -> SipSections.isFor(authInfo, address.username(), realm))
                .forEach(twin -> document.remove(twin.name()));
        NumberedSections.AUTH_INFOS.closeGaps(document);
    }

    private void addExternal(ExternalAccount external) {
        Section proxy = document.section(firstFree("proxy_"));
        put(proxy, "reg_identity", external.address().nameAddr(Optional.empty()));
        put(proxy, "reg_proxy", external.registrarUri());
        external.outboundProxyUri().ifPresent(route -> put(proxy, "reg_route", route));
        put(proxy, "reg_sendregister", "1");
        put(proxy, "refkey", "external_push_notification");
        put(proxy, "idkey", EXTERNAL);
        makeRoom(external.address(), external.realm());
        addAuthInfo(
                firstFree("auth_info_"), external.address(), external.realm(), external.algorithm(), external.ha1());
    }

    /** Without a reg_proxy, the phone drops what it had. */
    private void retireExternal() {
        Section proxy = document.section(firstFree("proxy_"));
        PROXY_KEYS.forEach(proxy::clear);
        Section authInfo = document.section(firstFree("auth_info_"));
        AUTH_KEYS.forEach(authInfo::clear);
    }

    private void addAuthInfo(String name, SipAddress address, String realm, DigestAlgorithm algorithm, String ha1) {
        Section authInfo = document.section(name);
        put(authInfo, "username", address.username());
        put(authInfo, "domain", address.domain());
        put(authInfo, "ha1", ha1);
        put(authInfo, "realm", realm);
        put(authInfo, "algorithm", algorithm.token());
    }

    private static void put(Section section, String key, String value) {
        section.put(key, value, true);
    }

    private static void settle(Section section, List<String> staleKeys) {
        staleKeys.stream().filter(key -> section.find(key).isEmpty()).forEach(section::clear);
        section.overwriteIf(entry -> true);
    }

    private String firstFree(String prefix) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> prefix + i)
                .filter(name -> document.find(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
