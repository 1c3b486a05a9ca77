package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.path;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Server;

/** What a web page has a browser send changes nothing, unless it is a page of ours. */
@InServer
class ForeignPagesIT {
    private static final Api ADMIN = Api.superAdmin();

    private final JsonObject account = account();

    static Stream<Api> foreignPages() {
        return Stream.of(
                ADMIN.with("Sec-Fetch-Site", "cross-site"),
                ADMIN.with("Sec-Fetch-Site", "same-site"),
                ADMIN.with("Sec-Fetch-Site", "no-such-value"),
                ADMIN.with("Origin", "https://elsewhere.example"),
                ADMIN.with("Origin", "null"),
                ADMIN.with("Origin", ""),
                ADMIN.with("Origin", "http://127.0.0.1"),
                ADMIN.with("Origin", "https://127.0.0.1:" + Server.suite().port()),
                ADMIN.with("Origin", own() + ".elsewhere.example"),
                ADMIN.with("Origin", own() + "/"),
                ADMIN.with("Origin", own()).with("Sec-Fetch-Site", "cross-site"),
                ADMIN.with("Origin", "null").with("Sec-Fetch-Site", "same-origin"));
    }

    static Stream<Api> ownPages() {
        return Stream.of(
                ADMIN.with("Sec-Fetch-Site", "same-origin"),
                ADMIN.with("Sec-Fetch-Site", "none"),
                ADMIN.with("Origin", own()),
                ADMIN.with("Origin", own()).with("Sec-Fetch-Site", "same-origin"));
    }

    @ParameterizedTest
    @MethodSource("foreignPages")
    void foreignPageChangesNothing(Api page) {
        String before = ADMIN.get(path(account)).is(200).body();

        page.post("/api/accounts", accountFields().build()).is(403);
        page.put(path(account), phone()).is(403);
        page.delete(path(account)).is(403);
        page.call("POST", path(account) + "/block").is(403);
        page.call("POST", path(account) + "/provision").is(403);
        page.call("GET", path(account) + "/provision").is(403);

        assertThat(ADMIN.get(path(account)).is(200).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("foreignPages")
    void foreignPageMayAskButNotRead(Api page) {
        page.get(path(account)).is(200);
    }

    @ParameterizedTest
    @MethodSource("ownPages")
    void ownPageMayChange(Api page) {
        page.post("/api/accounts", accountFields().build()).is(200);
        page.put(path(account), phone()).is(200);
        page.call("POST", path(account) + "/provision").is(200);
        page.call("GET", path(account) + "/provision").is(200);
        page.delete(path(account)).is(200);
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "POST"})
    void refusedTokenIsStillGood(String method) {
        Api page = ADMIN.with("Sec-Fetch-Site", "cross-site");

        page.call(method, path(account) + "/provision").is("HEAD".equals(method) ? 405 : 403);

        assertThat(Server.suite()
                        .get("/provisioning/" + account.getString("provisioning_token"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void preflightAllowsNothing() {
        Api.Answer answer = Api.anonymous()
                .with("Origin", "https://elsewhere.example")
                .with("Access-Control-Request-Method", "DELETE")
                .with("Access-Control-Request-Headers", "x-api-key")
                .call("OPTIONS", path(account));

        assertThat(answer.status()).isBetween(200, 204);
        ADMIN.get(path(account)).is(200);
    }

    private static String own() {
        return "http://127.0.0.1:" + Server.suite().port();
    }

    private static JsonObject phone() {
        return Json.createObjectBuilder().add("phone", "1").build();
    }
}
