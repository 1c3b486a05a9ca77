package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the reasons why liblinphone would apply only a part of a document and still report success (docs/adr/0020): names that it cannot
 * store, and mistakes in the sections {@code proxy_N} and {@code auth_info_N}. A reason names section and key if it can, and never a value.
 */
public final class SipSections {
    private static final String IDENTITY = "reg_identity";
    private static final String SERVER = "reg_proxy";
    private static final String USERNAME = "username";
    private static final String REALM = "realm";

    private SipSections() {}

    /** Returns the reasons why a phone could not use all of an account's document. */
    public static List<String> faults(LpConfig document) {
        List<String> faults = new ArrayList<>();
        document.sections().forEach(section -> checkNames(section, faults));
        faults.addAll(NumberedSections.PROXIES.faults(document));
        faults.addAll(NumberedSections.AUTH_INFOS.faults(document));
        NumberedSections.PROXIES.of(document).stream()
                .filter(proxy -> !isRetired(proxy))
                .forEach(proxy -> checkProxy(proxy, faults));
        checkIdentities(NumberedSections.AUTH_INFOS.of(document), faults);
        return faults;
    }

    /**
     * Returns the reasons why a phone could not use all of an account's document that is made of this base. Checks a copy in which {@code
     * proxy_0} and {@code auth_info_0} are completed, as an account completes them.
     */
    public static List<String> baseFaults(LpConfig base) {
        LpConfig document = base.copy();
        Section proxy = document.section(NumberedSections.PROXIES.name(0));
        proxy.put(IDENTITY, "<sip:account@example.org>", true);
        proxy.putIfAbsent(SERVER, "<sip:example.org>", true);
        // No value of a linphonerc ends with a space, so this username is not in the base. An auth_info of the base
        // with an account's own username and realm gives way to the account's
        document.section(NumberedSections.AUTH_INFOS.name(0)).put(USERNAME, "account ", true);
        return faults(document);
    }

    /** Returns warnings: what the author of a base has probably not intended, although it breaks no account's document. */
    public static List<String> baseWarnings(LpConfig base) {
        List<String> warnings = new ArrayList<>();
        base.find(NumberedSections.PROXIES.name(0))
                .filter(proxy ->
                        value(proxy, IDENTITY).isEmpty() || value(proxy, SERVER).isEmpty())
                .ifPresent(proxy -> warnings.add(proxy + " has no " + IDENTITY + " or no " + SERVER
                        + ": it is no account without an account's document"));
        for (NumberedSections kind : NumberedSections.values()) {
            if (base.find(kind.name(0)).isEmpty() && base.find(kind.name(1)).isPresent()) {
                warnings.add("[" + kind.name(1) + "] is not read without an account's document, as there is no ["
                        + kind.name(0) + "]");
            }
        }
        base.find("sip")
                .flatMap(sip -> sip.find("default_proxy"))
                .map(Entry::value)
                .filter(Predicate.not(Set.of("-1", "0")::contains))
                .filter(number -> base.find("proxy_" + number).isEmpty())
                .ifPresent(number -> warnings.add("[sip] default_proxy names a proxy that is not there"));
        return warnings;
    }

    /** Whether an {@code auth_info_N} has this username and realm. The phone keeps one section per username and realm. */
    public static boolean isFor(Section authInfo, String username, String realm) {
        return value(authInfo, USERNAME).equals(username)
                && value(authInfo, REALM).equals(realm);
    }

    /** Whether the section only deletes what the phone has: each of its entries is empty and overwrites. */
    private static boolean isRetired(Section section) {
        return !section.entries().isEmpty()
                && section.entries().stream()
                        .allMatch(entry -> entry.overwrite() && entry.value().isEmpty());
    }

    private static void checkNames(Section section, List<String> faults) {
        if (!isName(section.name()) || section.name().indexOf(']') >= 0) {
            faults.add("A section has a name that a phone cannot keep");
        }
        if (!section.entries().stream().map(Entry::name).allMatch(key -> isName(key) && key.indexOf('=') < 0)) {
            faults.add(section + " has a key that a phone cannot keep");
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.indexOf(' ') < 0;
    }

    private static void checkProxy(Section proxy, List<String> faults) {
        check(proxy, IDENTITY, NameAddr::isIdentity, "is not the SIP address of a user", faults);
        check(proxy, SERVER, NameAddr::isServer, "is not the SIP address of a server", faults);
    }

    private static void check(
            Section section, String key, Predicate<String> isGood, String reason, List<String> faults) {
        String value = value(section, key);
        if (value.isEmpty()) {
            faults.add(section + " " + key + " is missing");
        } else if (!isGood.test(value)) {
            faults.add(section + " " + key + " " + reason);
        }
    }

    private static void checkIdentities(List<Section> authInfos, List<String> faults) {
        Set<List<String>> seen = new HashSet<>();
        for (Section authInfo : authInfos) {
            if (!isRetired(authInfo) && !seen.add(List.of(value(authInfo, USERNAME), value(authInfo, REALM)))) {
                faults.add(authInfo + " has the username and realm of another one: a phone keeps one of the two only");
            }
        }
    }

    private static String value(Section section, String key) {
        return section.find(key).map(Entry::value).orElse("");
    }
}
