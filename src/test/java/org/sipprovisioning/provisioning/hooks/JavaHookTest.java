package org.sipprovisioning.provisioning.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.ProvisioningHook;
import org.sipprovisioning.hook.Section;
import org.sipprovisioning.lpconfig.Entry;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.UnusableDocument;

class JavaHookTest {
    private static final String DOCUMENT = """
            [proxy_0]
            reg_identity=sip:alice@example.org
            reg_expires=60
            [auth_info_0]
            username=alice
            algorithm=SHA-256
            [auth_info_1]
            username=bob
            [auth_info_2]
            realm=retired
            """;

    @Test
    void completesTheProxyInItsPlace() {
        LpConfig completed = apply(new ProvisioningHook() {
            @Override
            public Section completeProxy(Context context, Section proxy) {
                return proxy.with("reg_identity", "sip:x@example.org")
                        .without("reg_expires")
                        .withDefault("publish", "1");
            }
        });

        assertThat(completed.sections())
                .extracting(org.sipprovisioning.lpconfig.Section::name)
                .startsWith("proxy_0");
        assertThat(completed.section("proxy_0").entries())
                .extracting(Entry::name, Entry::value, Entry::overwrite)
                .containsExactly(tuple("reg_identity", "sip:x@example.org", true), tuple("publish", "1", false));
    }

    @Test
    void completesEachCredentialInItsAlgorithm() {
        List<String> seen = new ArrayList<>();
        LpConfig completed = apply(new ProvisioningHook() {
            @Override
            public Section completeAuthInfo(Context context, Section authInfo) {
                seen.add(authInfo.find("username").orElseThrow()
                        + " "
                        + context.algorithm().orElseThrow());
                return authInfo.with("userid", "u-" + authInfo.name());
            }
        });

        assertThat(seen).containsExactly("alice SHA-256", "bob MD5");
        assertThat(completed.section("auth_info_1").find("userid").map(Entry::value))
                .hasValue("u-auth_info_1");
    }

    @Test
    void addsSectionsAndToSections() {
        LpConfig completed = apply(new ProvisioningHook() {
            @Override
            public List<Section> addSections(Context context) {
                return List.of(
                        Section.of("app").with("a", "1"), Section.of("proxy_0").with("reg_expires", "7"));
            }
        });

        assertThat(completed.section("app").find("a")).isPresent();
        assertThat(completed.section("proxy_0").find("reg_expires").map(Entry::value))
                .hasValue("7");
    }

    @Test
    void doesNotTouchThePhonesOwnWhereThereIsNoAccount() {
        ProvisioningHook hook = new ProvisioningHook() {
            @Override
            public Section completeProxy(Context context, Section proxy) {
                throw new AssertionError();
            }

            @Override
            public Section completeAuthInfo(Context context, Section authInfo) {
                throw new AssertionError();
            }

            @Override
            public List<Section> addSections(Context context) {
                return List.of(Section.of("app").with("for", context.account().toString()));
            }
        };
        LpConfig completed = new JavaHook("h", hook).apply(document(), HookTests.nobody(Map.of()));

        assertThat(completed.section("app").find("for").map(Entry::value)).hasValue("Optional.empty");
    }

    @Test
    void refusesAnotherSectionThanWasToBeCompleted() {
        assertThatThrownBy(() -> apply(new ProvisioningHook() {
                    @Override
                    public Section completeProxy(Context context, Section proxy) {
                        return Section.of("proxy_1");
                    }
                }))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageContaining("[proxy_0]");
    }

    @Test
    void runsWithTheHooksOwnClassesInSight() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<ClassLoader> seen = new ArrayList<>();
        ProvisioningHook hook = new ProvisioningHook() {
            @Override
            public List<Section> addSections(Context context) {
                seen.add(Thread.currentThread().getContextClassLoader());
                return List.of();
            }
        };
        Thread.currentThread().setContextClassLoader(null);
        try {
            apply(hook);
            assertThat(seen).containsExactly(hook.getClass().getClassLoader());
            assertThat(Thread.currentThread().getContextClassLoader()).isNull();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static LpConfig apply(ProvisioningHook hook) {
        return new JavaHook("h", hook).apply(document(), HookTests.alice());
    }

    private static LpConfig document() {
        return Linphonerc.parse(DOCUMENT).config();
    }
}
