package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.linphone.AccountPhoneIT.NO_REGISTRAR;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/** Tests that an answer without a document does not change a phone, whether it is new or has another account. */
@InServer
@RealClient
@DisplayName("An answer without a document does not change the phone")
class RefusedPhoneIT {
    private static final String SENDS_THE_HEADER = "From 5.3 on X-Linphone-Provisioning is sent";
    private static final String KEY = "key-of-the-refusals-test";

    @TempDir
    Path directory;

    private final TestAccount account = account(hostedSpace(NO_REGISTRAR));

    @Test
    @DisplayName(
            "401: `/provisioning/me`, requested by a phone without an account, or after its password was changed elsewhere")
    void unauthorized() {
        Linphone.blank()
                .assertUnchangedBy(
                        phone -> phone.scan(suite("/provisioning/me")).failed());
        Linphone outdated = Linphone.provisioned(account);
        account.change(Map.of("password", "another-password"));

        outdated.assertUnchangedBy(phone -> phone.start().failed());
    }

    @Test
    @DisplayName("403: the account is blocked")
    void forbidden() {
        Linphone blocked = Linphone.provisioned(account);
        account.act("block");

        blocked.assertUnchangedBy(phone -> phone.start().failed());
    }

    @Test
    @DisplayName("404: the server has never issued the token")
    void notFound() {
        assertRefused(phone ->
                phone.scan(suite("/provisioning/AAAAAAAAAAAAAAAAAAAAAA")).failed());
    }

    @Test
    @DisplayName("500: the server cannot create the document; the token stays valid")
    void internalError() {
        Rows.update("UPDATE account SET display_name = ? WHERE id = ?", "\u0001", account.id());

        assertRefused(phone -> phone.scan(account.url()).failed());

        Rows.update("UPDATE account SET display_name = 'Good again' WHERE id = ?", account.id());
        Linphone.unpacked().scan(account.url()).succeeded();
    }

    @Test
    @DisplayName("503: the database is not available; the token stays valid")
    void unavailable() {
        Linphone other = Linphone.provisioned(account(hostedSpace(NO_REGISTRAR)));
        Database.stop();
        try {
            other.assertUnchangedBy(phone -> phone.scan(account.url()).failed());
        } finally {
            Database.start();
        }
        Linphone.unpacked().scan(account.url()).succeeded();
    }

    @Test
    @DisabledIfSystemProperty(named = "linphone.root", matches = ".+", disabledReason = SENDS_THE_HEADER)
    @DisplayName("the page for browsers, which a link preview gets; the token stays valid")
    void landingPage() {
        assertRefused(phone -> phone.scanAs("WhatsApp", account.url()));

        assertThat(account.isActivated()).isFalse();
        Linphone.unpacked().scan(account.url()).succeeded();
    }

    @Test
    @DisabledIfSystemProperty(named = "linphone.root", matches = ".+", disabledReason = SENDS_THE_HEADER)
    @DisplayName("400: the server requires `X-Linphone-Provisioning`, which liblinphone 5.1 does not send")
    void badRequest() {
        withServer("header", Map.of("PROVISIONING_REQUIRE_LINPHONE_HEADER", "true"), process -> {
            TestAccount guarded = account(Api.withKey(process.server(), KEY));
            assertRefused(phone ->
                    phone.scan(process.server().uri("/provisioning").toString()).failed());
            assertRefused(phone -> phone.scan(guarded.url()).failed());
        });
    }

    @Test
    @DisplayName("429: too many token look-ups have failed; the token stays valid")
    void tooManyRequests() {
        withServer("limit", Map.of("PROVISIONING_LIMIT_FAILED_TOKEN_LOOKUPS", "1"), process -> {
            TestAccount limited = account(Api.withKey(process.server(), KEY));
            String wrong =
                    process.server().uri("/provisioning/AAAAAAAAAAAAAAAAAAAAAA").toString();
            assertThat(process.server()
                            .get("/provisioning/AAAAAAAAAAAAAAAAAAAAAA")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(process.server()
                            .get("/provisioning/AAAAAAAAAAAAAAAAAAAAAA")
                            .statusCode())
                    .isEqualTo(429);

            assertRefused(phone -> phone.scan(wrong).failed());
            assertRefused(phone -> phone.scan(limited.url()).failed());
            assertThat(process.server()
                            .raw()
                            .from("127.0.0.9")
                            .send("HEAD /provisioning/" + limited.token()
                                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .status())
                    .isEqualTo(200);
        });
    }

    private void assertRefused(Consumer<Linphone> fetch) {
        Linphone.blank().assertUnchangedBy(fetch);
        Linphone.provisioned(account(hostedSpace(NO_REGISTRAR))).assertUnchangedBy(fetch);
    }

    private void withServer(String name, Map<String, String> settings, Consumer<ServerProcess> test) {
        Map<String, String> environment = new HashMap<>(Database.another("refusals_" + name));
        environment.put("PROVISIONING_ADMIN_API_KEY", KEY);
        environment.putAll(settings);
        try (ServerProcess process = ServerProcess.start(directory.resolve(name), environment)) {
            test.accept(process);
        }
    }

    private static String suite(String path) {
        return Server.suite().uri(path).toString();
    }
}
