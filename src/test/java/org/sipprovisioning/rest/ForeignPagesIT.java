package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.authToken;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RouteTarget;
import org.sipprovisioning.it.Routes;
import org.sipprovisioning.it.Routes.Route;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** Tests that a request that a browser sends for the page of another site changes nothing. */
@InServer
class ForeignPagesIT {
    private static final Api ADMIN = Api.superAdmin();

    private final TestAccount account = account();

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
        String before = ADMIN.get(account.path()).is(200).body();

        page.post("/api/accounts", accountFields().build()).is(403);
        page.put(account.path(), phone()).is(403);
        page.delete(account.path()).is(403);
        page.call("POST", account.path() + "/block").is(403);
        page.call("POST", account.path() + "/provision").is(403);
        page.call("GET", account.path() + "/provision").is(403);

        assertThat(ADMIN.get(account.path()).is(200).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("foreignPages")
    void foreignPageMayAskButNotRead(Api page) {
        page.get(account.path()).is(200);
    }

    @ParameterizedTest
    @MethodSource("ownPages")
    void ownPageMayChange(Api page) {
        page.post("/api/accounts", accountFields().build()).is(200);
        page.put(account.path(), phone()).is(200);
        page.call("POST", account.path() + "/provision").is(200);
        page.call("GET", account.path() + "/provision").is(200);
        page.delete(account.path()).is(200);
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "POST"})
    void refusedTokenIsStillGood(String method) {
        Api page = ADMIN.with("Sec-Fetch-Site", "cross-site");

        page.call(method, account.path() + "/provision").is("HEAD".equals(method) ? 405 : 403);

        assertThat(Server.suite().get("/provisioning/" + account.token()).statusCode())
                .isEqualTo(200);
    }

    static List<Route> changes() {
        return Routes.all().stream().filter(Route::changesState).toList();
    }

    /**
     * Sends the request as a phone would, with an admin's credentials: a browser gets only a landing page for a token.
     */
    @ParameterizedTest
    @MethodSource("changes")
    void noRouteThatChangesSomethingIsForForeignPages(Route route) {
        RouteTarget target = new RouteTarget(space());
        List<String> before = target.state();

        Api phone = ADMIN.with("X-Linphone-Provisioning", "1");
        target.request(route, phone.with("Sec-Fetch-Site", "cross-site")).is(403);
        target.request(route, phone.with("Origin", "https://elsewhere.example")).is(403);

        assertThat(target.state()).isEqualTo(before);
        assertThat(Server.suite()
                        .get("/provisioning/" + target.provisioningToken())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Every GET that changes something must be marked in the table. */
    @Test
    void tableMarksWhatChangesSomething() {
        assertThat(Routes.all())
                .filteredOn(route -> !route.method().equals("GET"))
                .allMatch(Route::changesState);
        assertThat(changes())
                .filteredOn(route -> route.method().equals("GET"))
                .extracting(Route::path)
                .containsExactlyInAnyOrder(
                        "/provisioning/{token}",
                        "/provisioning/auth_token/{token}",
                        "/api/accounts/me/api_key",
                        "/api/accounts/me/api_key/{auth_token}",
                        "/api/accounts/me/provision",
                        "/api/accounts/auth_token/{token}/attach",
                        "/api/accounts/{id}/provision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/provisioning/me", "/provisioning/%s", "/provisioning/auth_token/%s"})
    void resetIsNotForForeignPages(String path) {
        String token = path.contains("auth_token") ? authToken(Optional.of(account)) : account.token();
        Api user = withKeyOf(account);
        String before = user.get("/provisioning/me").is(200).body();

        user.with("Sec-Fetch-Site", "cross-site")
                .with("X-Linphone-Provisioning", "1")
                .get(path.formatted(token) + "?reset_password")
                .is(403);

        assertThat(user.get("/provisioning/me").is(200).body()).isEqualTo(before);
    }

    @Test
    void preflightAllowsNothing() {
        Api.Answer answer = Api.anonymous()
                .with("Origin", "https://elsewhere.example")
                .with("Access-Control-Request-Method", "DELETE")
                .with("Access-Control-Request-Headers", "x-api-key")
                .call("OPTIONS", account.path());

        assertThat(answer.status()).isBetween(200, 204);
        ADMIN.get(account.path()).is(200);
    }

    private static String own() {
        return "http://127.0.0.1:" + Server.suite().port();
    }

    private static JsonObject phone() {
        return Json.createObjectBuilder().add("phone", "1").build();
    }
}
