package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/** Tests the settings of an operator, all on one server, because a start is slow. */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class SettingsIT {
    private static final String KEY = "key-of-the-settings-test";
    private static final String ORIGIN = "https://phones.example.org:8443/sip";
    /** The server checks the file every second. The rest is for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    private ServerProcess process;
    private Api admin;
    private Phone old;
    private Phone phone;

    @Test
    void allAtOnce() throws IOException {
        Files.writeString(linphonerc(), "[net]\nmtu=1300\n");
        try (ServerProcess started = ServerProcess.start(directory, settings())) {
            process = started;
            admin = Api.withKey(process.server(), KEY);
            old = Phone.at(process.server());
            phone = old.with("X-Linphone-Provisioning", "1");
            configuredKeyWritesNoFile();
            linphoneHeaderIsRequired();
            urlsAreOfThePublicUrl();
            proxyIsTrusted();
            otherHeadersOfTheProxyAreToldOnce();
            limitsAreOfTheClientBehindTheProxy();
            tokenLivesForTwoHours();
            usedTokenGetsTheBase();
            fileIsWatched();
            consoleHoldsNoSecret();
        }
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("PROVISIONING_ADMIN_API_KEY", KEY),
                Map.entry("PROVISIONING_LINPHONERC", linphonerc().toString()),
                Map.entry("PROVISIONING_PUBLIC_URL", ORIGIN),
                Map.entry("PROVISIONING_TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.0/8"),
                Map.entry("PROVISIONING_PROXY_HEADERS", "x-forwarded"),
                Map.entry("PROVISIONING_REQUIRE_LINPHONE_HEADER", "true"),
                Map.entry("PROVISIONING_USED_TOKEN", "base-document"),
                Map.entry("PROVISIONING_TOKEN_LIFETIME", "PT2H"),
                Map.entry("PROVISIONING_FOLLOW_UP", "transient"),
                Map.entry("PROVISIONING_LIMIT_FAILED_LOGINS", "3"),
                Map.entry("PROVISIONING_LIMIT_FAILED_TOKEN_LOOKUPS", "4"),
                Map.entry("PROVISIONING_LIMIT_PUBLIC_POSTS", "2"));
    }

    private void configuredKeyWritesNoFile() {
        assertThat(process.dataDirectory().resolve("admin-api-key")).doesNotExist();
        assertThat(process.console()).contains("$PROVISIONING_ADMIN_API_KEY", ORIGIN + "/api/accounts");
    }

    private void linphoneHeaderIsRequired() {
        TestAccount account = Fixtures.account(admin);

        assertThat(old.get("/provisioning").status()).isEqualTo(400);
        assertThat(old.get("/provisioning/" + account.token()).status()).isEqualTo(400);
        assertThat(old.head("/provisioning/" + account.token()).status()).isEqualTo(400);
        assertThat(old.get("/provisioning/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(400);
        assertThat(old.get("/provisioning/me").status()).isIn(400, 401);
        assertThat(old.with("Accept", "text/html")
                        .get("/provisioning/" + account.token())
                        .text())
                .contains("href=\"linphone-config:" + ORIGIN + "/provisioning/" + account.token() + '"');
        assertThat(account.isActivated()).isFalse();
        phone.config("/provisioning/" + account.token());
    }

    private void urlsAreOfThePublicUrl() {
        String space = Fixtures.hostedSpace(admin, Map.of());
        TestAccount account = Fixtures.account(admin);
        TestAccount elsewhere = Fixtures.account(admin, Map.of("domain", space));

        assertThat(account.url()).isEqualTo(ORIGIN + "/provisioning/" + account.token());
        assertThat(elsewhere.url()).isEqualTo("https://" + space + ":8443/sip/provisioning/" + elsewhere.token());
        Answer code = phone.host("any.example.com").get("/provisioning/qrcode/" + elsewhere.token());
        assertThat(code.header("X-Qrcode-URL")).isEqualTo(elsewhere.url());
        PhoneConfig config = phone.host("any.example.com").config("/provisioning/" + account.token());
        assertThat(config.of("misc"))
                .containsExactlyInAnyOrder(
                        overwriting("misc", "contacts-vcard-list", ORIGIN + "/contacts/vcard"),
                        overwriting("misc", "transient_provisioning", "1"));
    }

    private void proxyIsTrusted() {
        String space = Fixtures.hostedSpace(admin, Map.of("custom_provisioning_entries", "[net]\nmtu=1200\n"));

        assertThat(phone.with("X-Forwarded-Host", space).config("/provisioning").value("net", "mtu"))
                .isEqualTo("1200");
        assertThat(phone.with("X-Forwarded-Host", "liar.example.com, " + space)
                        .config("/provisioning")
                        .value("net", "mtu"))
                .isEqualTo("1200");
        // A proxy that sets X-Forwarded-Host passes the client's own Forwarded on
        assertThat(phone.with("X-Forwarded-Host", space)
                        .with("fORWARDED", "for=192.0.2.1;host=liar.example.com;proto=http")
                        .config("/provisioning")
                        .value("net", "mtu"))
                .isEqualTo("1200");
    }

    private void otherHeadersOfTheProxyAreToldOnce() {
        assertThat(process.console()).doesNotContain("provisioning.proxy-headers");
        String space = Fixtures.hostedSpace(admin, Map.of("custom_provisioning_entries", "[net]\nmtu=1200\n"));
        Phone behindAnother = phone.with("Forwarded", "for=192.0.2.99;host=" + space);
        for (int i = 0; i < 3; i++) {
            assertThat(behindAnother.config("/provisioning").value("net", "mtu"))
                    .isEqualTo("1300");
        }

        assertThat(process.console().lines().filter(line -> line.contains("provisioning.proxy-headers")))
                .hasSize(1)
                .allMatch(line -> line.contains("header Forwarded,"));
        assertThat(process.console()).doesNotContain("192.0.2.99");
    }

    private void limitsAreOfTheClientBehindTheProxy() {
        assertLimit(3, 401, client -> client.with("x-api-key", "wrong").get("/provisioning/me"));
        assertLimit(4, 200, client -> client.get("/provisioning/AAAAAAAAAAAAAAAAAAAAAA"));
        assertLimit(2, 201, client -> client.send("POST", "/api/accounts/auth_token"));
        assertThat(admin.get("/api/audit?event=login").body()).contains("\"address\":\"198.51.100.7\"");
    }

    private void assertLimit(int times, int status, Function<Phone, Answer> request) {
        Phone one = phone.with("X-Forwarded-For", "192.0.2.1, 198.51.100.7, 10.0.0.2");
        for (int i = 0; i < times; i++) {
            assertThat(request.apply(one.with("Forwarded", "for=192.0.2." + i)).status())
                    .isEqualTo(status);
        }
        assertThat(request.apply(one).status()).isEqualTo(429);
        assertThat(request.apply(phone.with("X-Forwarded-For", "192.0.2.1, 198.51.100.8"))
                        .status())
                .isEqualTo(status);
    }

    private void tokenLivesForTwoHours() {
        Instant before = Instant.now();
        TestAccount account = Fixtures.account(admin).issue();

        assertThat(Instant.parse(account.json().getString("provisioning_token_expire_at")))
                .isBetween(
                        before.plus(Duration.ofHours(2)).minusMillis(1),
                        Instant.now().plus(Duration.ofHours(2)));
    }

    private void usedTokenGetsTheBase() {
        TestAccount account = Fixtures.account(admin);
        phone.config("/provisioning/" + account.token());
        byte[] base = phone.get("/provisioning").body();

        assertThat(phone.get("/provisioning/" + account.token()).body()).isEqualTo(base);
        assertThat(phone.get("/provisioning/AAAAAAAAAAAAAAAAAAAAAA").body()).isEqualTo(base);
        assertThat(phone.head("/provisioning/" + account.token()).status()).isEqualTo(200);
    }

    private void fileIsWatched() throws IOException {
        assertThat(document().of("net")).containsExactly(line("net", "mtu", "1300"));

        replace("[net]\nmtu=1301\n");
        Poll.until(
                NOTICED_WITHIN, () -> assertThat(document().value("net", "mtu")).isEqualTo("1301"));
        assertHealth(200, "UP");

        replace("[net]\nmtu=1302\nname=a\u0001b\n");
        Poll.until(NOTICED_WITHIN, () -> assertHealth(200, "DEGRADED"));
        assertThat(document().value("net", "mtu")).isEqualTo("1301");
        assertThat(process.console()).contains(linphonerc() + ", Line 3");

        replace("[net]\nmtu=1303\n");
        Poll.until(NOTICED_WITHIN, () -> assertHealth(200, "UP"));
        assertThat(document().value("net", "mtu")).isEqualTo("1303");

        Files.delete(linphonerc());
        Poll.until(NOTICED_WITHIN, () -> assertHealth(200, "DEGRADED"));
        assertThat(document().value("net", "mtu")).isEqualTo("1303");
        replace("[net]\nmtu=1304\n");
        Poll.until(NOTICED_WITHIN, () -> assertHealth(200, "UP"));
        assertThat(document().value("net", "mtu")).isEqualTo("1304");
    }

    private void consoleHoldsNoSecret() {
        TestAccount account = Fixtures.account(admin);
        String ha1 = phone.config("/provisioning/" + account.token() + "?reset_password")
                .value("auth_info_0", "ha1");

        assertThat(process.console()).doesNotContain(List.of(KEY, account.token(), Fixtures.PASSWORD, ha1));
    }

    private PhoneConfig document() {
        return phone.config("/provisioning");
    }

    private void assertHealth(int status, String word) {
        Answer health = old.host("any.example.com").get("/api/health");
        assertThat(health.status()).isEqualTo(status);
        assertThat(health.text()).startsWith("{\"status\":\"" + word + "\"");
    }

    private Path linphonerc() {
        return directory.resolve("linphonerc");
    }

    /** Replaces the file as an editor does, so that the server never reads half a file. */
    private void replace(String text) {
        try {
            Path aside = Files.writeString(directory.resolve("linphonerc.new"), text);
            Files.move(aside, linphonerc(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
