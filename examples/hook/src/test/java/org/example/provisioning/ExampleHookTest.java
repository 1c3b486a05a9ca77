package org.example.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.hook.Account;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.ProvisioningHook;
import org.sipprovisioning.hook.Request;
import org.sipprovisioning.hook.Section;
import org.sipprovisioning.hook.Space;

class ExampleHookTest {
    private static final Space SPACE =
            new Space("sip.example.org", "sip.example.org", "Example", "sip.example.org", "SHA-256");
    private static final Section PROXY =
            Section.of("proxy_0").with("reg_identity", "<sip:alice@sip.example.org>");

    private final ProvisioningHook hook = new ExampleHook();

    @Test
    void serverFindsIt() {
        ProvisioningHook found =
                ServiceLoader.load(ProvisioningHook.class).findFirst().orElseThrow();

        assertInstanceOf(ExampleHook.class, found);
    }

    @Test
    void urlChoosesHowLongARegistrationLives() {
        Section completed = hook.completeProxy(asking("expires", "600"), PROXY);

        assertEquals(PROXY.with("reg_expires", "600"), completed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "59", "86401", "99999999999", "0600", "6e2", " 600", "600\n", "<sip:evil.example>"})
    void whatIsNoLifetimeChangesNothing(String expires) {
        assertEquals(PROXY, hook.completeProxy(asking("expires", expires), PROXY));
    }

    @Test
    void withoutTheParameterTheProxyStays() {
        assertEquals(PROXY, hook.completeProxy(asking("other", "600"), PROXY));
    }

    @Test
    void dictionaryNamesTheUserToLogInAs() {
        Section own = authInfo("auth_info_0", "alice", "sip.example.org");

        Section completed = hook.completeAuthInfo(alice(Map.of("sip_userid", "u1001")), own);

        assertEquals(own.with("userid", "u1001"), completed);
    }

    @Test
    void credentialOfTheExternalAccountStays() {
        Section external = authInfo("auth_info_1", "alice", "sip.provider.example");

        assertEquals(external, hook.completeAuthInfo(alice(Map.of("sip_userid", "u1001")), external));
    }

    @Test
    void credentialStaysWhereTheDictionaryIsSilent() {
        Section own = authInfo("auth_info_0", "alice", "sip.example.org");

        assertEquals(own, hook.completeAuthInfo(alice(Map.of()), own));
    }

    @Test
    void accountsPhoneLearnsItsSite() {
        List<Section> added = hook.addSections(alice(Map.of("site", "Lyon")));

        assertEquals(List.of(app().with("site", "Lyon")), added);
    }

    @Test
    void phoneWithoutAnAccountLearnsItsDomain() {
        Context open = asking("expires", "600");

        assertTrue(open.account().isEmpty());
        assertEquals(List.of(app()), hook.addSections(open));
    }

    private static Section app() {
        return Section.of("app").with("domain", "sip.example.org");
    }

    private static Section authInfo(String name, String username, String realm) {
        return Section.of(name).with("username", username).with("realm", realm);
    }

    /** Somebody without an account, at {@code /provisioning?name=value}. */
    private static Context asking(String name, String value) {
        Request request = new Request(Map.of(name, List.of(value)), Map.of());
        return new Context(Optional.empty(), SPACE, request, Optional.empty());
    }

    private static Context alice(Map<String, String> dictionary) {
        Account alice = new Account(
                "alice", "sip.example.org", Optional.empty(), Optional.empty(), Optional.empty(), true, dictionary);
        return new Context(Optional.of(alice), SPACE, new Request(Map.of(), Map.of()), Optional.of("SHA-256"));
    }
}
