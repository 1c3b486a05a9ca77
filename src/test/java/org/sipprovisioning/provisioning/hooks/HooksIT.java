package org.sipprovisioning.provisioning.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/** Tests the operator's hooks in a running server: they are added, fail, hang and are removed. */
@Tag("smoke")
class HooksIT {
    private static final String KEY = "key-of-the-hooks-test";
    private static final String SECRET = "the-message-may-be-a-secret";
    /** The server checks the directory every second. The rest is for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);

    private static final String THROWING = """
            public Section completeProxy(Context context, Section proxy) {
                throw new IllegalStateException("%s");
            }""".formatted(SECRET);
    private static final String HANGING = """
            public Section completeProxy(Context context, Section proxy) {
                while (true) {
                    try {
                        Thread.sleep(100_000);
                    } catch (InterruptedException stubborn) {
                    }
                }
            }""";

    @TempDir
    static Path directory;

    private static Path hooks;
    private static ServerProcess process;
    private static Api admin;
    private static Phone phone;
    /** A client with the admin's key, for answers with the name of an exception, which an Api does not accept. */
    private static Phone asAdmin;

    @BeforeAll
    static void start() throws IOException {
        hooks = Files.createDirectory(directory.resolve("hooks"));
        Map<String, String> environment = new HashMap<>(Database.another("hooks"));
        environment.put("PROVISIONING_ADMIN_API_KEY", KEY);
        environment.put("PROVISIONING_HOOKS_DIR", hooks.toString());
        process = ServerProcess.start(directory, environment);
        admin = Api.withKey(process.server(), KEY);
        phone = Phone.at(process.server());
        asAdmin = phone.with("x-api-key", KEY);
    }

    @AfterAll
    static void end() {
        process.close();
    }

    @AfterEach
    void takeTheHooksAway() throws IOException {
        for (String name : List.of("a.jar", "b.xsl")) {
            Files.deleteIfExists(hooks.resolve(name));
        }
        Poll.until(NOTICED_WITHIN, () -> {
            assertThat(phone.config("/provisioning").sections()).containsExactly("misc");
            assertHealth("UP");
        });
    }

    @Test
    void theExampleCompletesProxyCredentialAndDocument() throws IOException {
        TestAccount account =
                Fixtures.account(admin, Map.of("dictionary", Map.of("site", "berlin", "sip_userid", "4711")));
        Files.copy(Path.of("target/examples/hook/target/hook-example.jar"), hooks.resolve("a.jar"));
        untilInForce("app");

        assertThat(phone.config("/provisioning").value("app", "domain")).isEqualTo(Fixtures.DEFAULT_SPACE);
        PhoneConfig config = phone.config(account.url() + "?expires=600");
        assertThat(config.of("proxy_0")).contains("[proxy_0] reg_expires := 600");
        assertThat(config.of("auth_info_0")).contains("[auth_info_0] userid := 4711");
        assertThat(config.value("app", "site")).isEqualTo("berlin");
    }

    @Test
    void theStylesheetTransformsTheDocument() throws IOException {
        TestAccount account = Fixtures.account(admin);
        Files.copy(Path.of("examples/xslt/sip-identity.xsl"), hooks.resolve("b.xsl"));
        untilInForce("sip");

        assertThat(phone.config("/provisioning").of("sip"))
                .containsExactly("[sip] app_domain := " + Fixtures.DEFAULT_SPACE);
        PhoneConfig config = phone.config(account.url());
        assertThat(phone.get("/provisioning?a=%0A").status()).isEqualTo(400);
        assertThat(config.value("sip", "app_user")).isEqualTo(account.username());
        assertThat(config.sections()).contains("proxy_0", "auth_info_0");
    }

    @Test
    void aChangedFileChangesTheNextAnswerAndABrokenOneDoesNot() {
        Path jar = HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        untilInForce("first");
        HookJars.put(jar, "A", HookJars.adding("second", "2"));
        untilInForce("second");
        HookJars.putText(jar, "no jar");
        Poll.until(NOTICED_WITHIN, () -> assertHealth("DEGRADED"));

        assertThat(health().text()).contains("a.jar: names no hook");
        assertThat(phone.config("/provisioning").sections()).contains("second").doesNotContain("first");
    }

    @Test
    void aHookThatThrowsBurnsNoToken() throws IOException {
        TestAccount account = Fixtures.account(admin);
        HookJars.put(hooks.resolve("a.jar"), "A", THROWING + HookJars.adding("here", "1"));
        untilInForce("here");
        Answer answer = phone.get(account.url());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Internal error.\"}");
        assertThat(account.isActivated()).isFalse();
        phone.assertLive(account.token());
        assertThat(process.console())
                .contains("Hook a.jar (A): java.lang.IllegalStateException at ")
                .contains("A.completeProxy(A.java")
                .doesNotContain(SECRET)
                .doesNotContain(account.token());
        assertThat(asAdmin.get("/api/audit?event=hook_failed&account=" + account.username() + "@" + account.domain())
                        .text())
                .contains("a.jar (A): java.lang.IllegalStateException")
                .doesNotContain(SECRET);

        Files.delete(hooks.resolve("a.jar"));
        Poll.until(
                NOTICED_WITHIN,
                () -> assertThat(phone.config("/provisioning").sections()).doesNotContain("here"));
        assertThat(phone.config(account.url()).sections()).contains("proxy_0");
    }

    /** A phone would drop an account whose identity is invalid, or keep half of it. */
    @Test
    void aDocumentThatNoPhoneCanUseIsNotSent() {
        for (String spoilt : List.of(
                "Section.of(\"proxy_0\").with(\"reg_identity\", \"nobody\")",
                "Section.of(\"proxy_2\").with(\"reg_identity\", \"<sip:a@b.example>\").with(\"reg_proxy\", \"<sip:b.example>\")",
                "Section.of(\"app\").with(\"key\", \"two\\nlines\")")) {
            TestAccount account = Fixtures.account(admin);
            HookJars.put(hooks.resolve("a.jar"), "A", """
                    public List<Section> addSections(Context context) {
                        return context.account().isPresent() ? List.of(%s) : List.of(Section.of("here").with("i", "%s"));
                    }""".formatted(spoilt, account.username()));
            Poll.until(
                    NOTICED_WITHIN,
                    () -> assertThat(phone.config("/provisioning").of("here"))
                            .containsExactly("[here] i := " + account.username()));

            assertThat(phone.get(account.url()).status()).as(spoilt).isEqualTo(500);
            phone.assertLive(account.token());
        }
    }

    @Test
    void fortyCallsThatHangLeaveTheServerAnswering() {
        TestAccount account = Fixtures.account(admin);
        List<TestAccount> others = Collections.nCopies(40, account).stream()
                .map(one -> Fixtures.account(admin))
                .toList();
        HookJars.put(hooks.resolve("a.jar"), "A", HANGING + HookJars.adding("here", "1"));
        untilInForce("here");
        List<Integer> statuses = Race.run(
                41,
                client -> client < 40
                        ? phone.get(others.get(client).url()).status()
                        : phone.get("/provisioning").status());

        assertThat(statuses.subList(0, 40)).contains(500).isSubsetOf(200, 500, 503);
        assertThat(statuses.get(40)).isEqualTo(200);
        assertHealth("DEGRADED");
        assertThat(health().text()).contains("a.jar (A) is off");
        for (int i = 0; i < 40; i++) {
            if (statuses.get(i) != 200) {
                phone.assertLive(others.get(i).token());
            }
        }
        // A hook that is off is not called any more.
        assertThat(phone.config(account.url()).sections()).contains("proxy_0").doesNotContain("here");
    }

    /** No hook runs for the clients that lose the race for a token. */
    @Test
    void aHookRunsForTheWinnerOnly() throws IOException {
        TestAccount account = Fixtures.account(admin);
        Path calls = Files.createFile(directory.resolve("calls"));
        HookJars.put(hooks.resolve("a.jar"), "A", """
                public Section completeProxy(Context context, Section proxy) {
                    try {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), context.account().get().username() + "\\n",
                                java.nio.file.StandardOpenOption.APPEND);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return proxy;
                }
                """.formatted(calls) + HookJars.adding("here", "1"));
        untilInForce("here");
        List<Integer> statuses = Race.run(20, () -> phone.get(account.url()).status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        assertThat(calls).hasContent(account.username());
    }

    @Test
    void aFileThatOthersMayWriteIsRefused() throws IOException {
        Path jar = HookJars.put(directory.resolve("outside.jar"), "A", HookJars.adding("here", "1"));
        Files.setPosixFilePermissions(jar, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.move(jar, hooks.resolve("a.jar"));
        Poll.until(NOTICED_WITHIN, () -> assertHealth("DEGRADED"));

        assertThat(health().text()).contains("chmod go-w");
        assertThat(phone.config("/provisioning").sections()).doesNotContain("here");
    }

    @Test
    void stylesheetsSeeNoFile() throws IOException {
        Path file = Files.writeString(directory.resolve("secret.xml"), "<secret/>");
        TestAccount account = Fixtures.account(admin);
        HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("here", "1"));
        HookJars.putText(hooks.resolve("b.xsl"), """
                <xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>
                <xsl:param name='account.username'/>
                <xsl:template match='@*|node()'><xsl:copy><xsl:apply-templates select='@*|node()'/></xsl:copy></xsl:template>
                <xsl:template match='/'><xsl:if test='$account.username'><xsl:copy-of select="document('%s')"/></xsl:if>
                <xsl:apply-templates/></xsl:template></xsl:stylesheet>""".formatted(file.toUri()));
        untilInForce("here");
        Poll.until(NOTICED_WITHIN, () -> assertThat(process.console()).contains("In force: [b.xsl]"));

        assertThat(phone.get(account.url()).status()).isEqualTo(500);
        phone.assertLive(account.token());
    }

    private static void untilInForce(String section) {
        Poll.until(
                NOTICED_WITHIN,
                () -> assertThat(phone.config("/provisioning").sections()).contains(section));
    }

    /** A load balancer must not take a server away because of a hook. */
    private static void assertHealth(String status) {
        assertThat(health().status()).isEqualTo(200);
        assertThat(health().text()).startsWith("{\"status\":\"" + status + "\",\"checks\":");
        assertThat(phone.get("/api/health").text()).isEqualTo("{\"status\":\"" + status + "\"}");
    }

    private static Answer health() {
        return asAdmin.get("/api/health");
    }
}
