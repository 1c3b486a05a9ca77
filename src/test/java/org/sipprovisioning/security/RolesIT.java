package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.path;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.spaceFields;
import static org.sipprovisioning.it.Fixtures.userOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.rest.ApiApplication;
import org.sipprovisioning.rest.ProvisioningApplication;

/** Who may do what: every route of the application by every kind of caller. A route that is not in the table fails. */
@InServer
class RolesIT {
    /** Who a route is for, and what it takes to answer them. */
    private enum Role {
        PUBLIC,
        /** Anyone who says who they are. */
        USER,
        /** An admin, of whatever space they are. */
        ANY_ADMIN,
        /** An admin who sees the account that the path names. */
        ITS_ADMIN,
        SUPER_ADMIN
    }

    private static final Map<String, Role> ROUTES = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /provisioning", Role.PUBLIC),
            Map.entry("GET /provisioning/{token}", Role.PUBLIC),
            Map.entry("GET /provisioning/qrcode/{token}", Role.PUBLIC),
            Map.entry("GET /provisioning/documentation", Role.PUBLIC),
            Map.entry("GET /provisioning/me", Role.USER),
            Map.entry("GET /api/ping", Role.PUBLIC),
            Map.entry("GET /api/health", Role.PUBLIC),
            Map.entry("GET /api/accounts", Role.ANY_ADMIN),
            Map.entry("POST /api/accounts", Role.ANY_ADMIN),
            Map.entry("GET /api/accounts/{id}", Role.ITS_ADMIN),
            Map.entry("PUT /api/accounts/{id}", Role.ITS_ADMIN),
            Map.entry("DELETE /api/accounts/{id}", Role.ITS_ADMIN),
            Map.entry("GET /api/accounts/{sip}/search", Role.ITS_ADMIN),
            Map.entry("GET /api/accounts/{email}/search-by-email", Role.ITS_ADMIN),
            Map.entry("POST /api/accounts/{id}/activate", Role.ITS_ADMIN),
            Map.entry("POST /api/accounts/{id}/deactivate", Role.ITS_ADMIN),
            Map.entry("POST /api/accounts/{id}/block", Role.ITS_ADMIN),
            Map.entry("POST /api/accounts/{id}/unblock", Role.ITS_ADMIN),
            Map.entry("GET /api/accounts/{id}/provision", Role.ITS_ADMIN),
            Map.entry("POST /api/accounts/{id}/provision", Role.ITS_ADMIN),
            Map.entry("GET /api/accounts/{id}/external", Role.ITS_ADMIN),
            Map.entry("POST /api/accounts/{id}/external", Role.ITS_ADMIN),
            Map.entry("DELETE /api/accounts/{id}/external", Role.ITS_ADMIN),
            Map.entry("GET /api/audit", Role.ANY_ADMIN),
            Map.entry("GET /api/spaces", Role.SUPER_ADMIN),
            Map.entry("POST /api/spaces", Role.SUPER_ADMIN),
            Map.entry("GET /api/spaces/{domain}", Role.SUPER_ADMIN),
            Map.entry("PUT /api/spaces/{domain}", Role.SUPER_ADMIN),
            Map.entry("DELETE /api/spaces/{domain}", Role.SUPER_ADMIN)));

    private static final Api SUPER_ADMIN = Api.superAdmin();

    private static String domain;
    private static Api admin;
    private static Api user;
    private static Api strangeAdmin;
    private static Api lateAdmin;
    private static Target untouched;

    @BeforeAll
    static void callers() {
        domain = space();
        admin = adminOf(domain);
        user = userOf(domain);
        strangeAdmin = adminOf(space());
        String expired = space();
        lateAdmin = adminOf(expired);
        lateAdmin.get("/api/accounts").is(200);
        SUPER_ADMIN
                .put("/api/spaces/" + expired, field("expire_at", "2001-01-01T00:00:00Z"))
                .is(200);
        untouched = new Target();
    }

    @AfterAll
    static void deniedRequestsHaveChangedNothing() {
        untouched.assertAsItWas();
    }

    static Stream<String> routes() {
        return ROUTES.keySet().stream();
    }

    @Test
    void tableHasEveryRoute() {
        assertThat(routesOfTheApplication()).containsExactlyInAnyOrderElementsOf(ROUTES.keySet());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyIsAskedWhoTheyAre(String route) {
        for (Api nobody : new Api[] {Api.anonymous(), Api.withKey("wrong"), Api.withKey("")}) {
            Api.Answer answer = target(route).request(route, nobody);

            if (ROUTES.get(route) == Role.PUBLIC) {
                answer.is(200);
            } else {
                answer.is(401);
                assertThat(answer.header("WWW-Authenticate")).isNotBlank();
                assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void userWhoIsNoAdmin(String route) {
        target(route)
                .request(route, user)
                .is(
                        switch (ROUTES.get(route)) {
                            case PUBLIC, USER -> 200;
                            case ANY_ADMIN, ITS_ADMIN, SUPER_ADMIN -> 403;
                        });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void adminOfAnotherSpace(String route) {
        target(route)
                .request(route, strangeAdmin)
                .is(
                        switch (ROUTES.get(route)) {
                            case PUBLIC, USER, ANY_ADMIN -> 200;
                            case ITS_ADMIN -> 404;
                            case SUPER_ADMIN -> 403;
                        });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void adminOfTheSpace(String route) {
        if (ROUTES.get(route) == Role.SUPER_ADMIN) {
            untouched.request(route, admin).is(403);
        } else {
            assertAnswered(route, new Target().request(route, admin));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void superAdmin(String route) {
        assertAnswered(route, new Target().request(route, SUPER_ADMIN));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void adminOfAnExpiredSpace(String route) {
        Api.Answer answer = target(route).request(route, lateAdmin);

        if (ROUTES.get(route) == Role.PUBLIC) {
            answer.is(200);
        } else {
            assertThat(answer.is(403).message()).contains("expired");
        }
    }

    @Test
    void adminChoosesNoDomainButTheirOwn() {
        JsonObject own = account(domain);
        String other = space();

        admin.post("/api/accounts", accountFields().add("domain", other).build())
                .is(403);
        admin.post(
                        "/api/accounts",
                        accountFields().add("domain", "no.such.example").build())
                .is(403);
        admin.put(
                        path(own),
                        Json.createObjectBuilder(field("domain", other))
                                .add("password", "123456")
                                .build())
                .is(403);
        admin.post("/api/accounts", accountFields().add("domain", domain).build())
                .is(200);
        assertThat(admin.post("/api/accounts", accountFields().build())
                        .is(200)
                        .json()
                        .getString("domain"))
                .isEqualTo(domain);
    }

    @Test
    void listHoldsTheOwnSpaceOnly() {
        account(domain);
        account();

        JsonObject list = admin.get("/api/accounts?per_page=200").is(200).json();

        assertThat(list.getJsonArray("data"))
                .isNotEmpty()
                .allSatisfy(account ->
                        assertThat(account.asJsonObject().getString("domain")).isEqualTo(domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "FOO"})
    void methodOfNoRouteIsRefused(String method) {
        assertThat(SUPER_ADMIN
                        .call(method, "/api/accounts")
                        .is(405)
                        .header("Allow")
                        .split(", "))
                .contains("GET", "POST")
                .doesNotContain(method);
    }

    @Test
    void detailsOfHealthAreForSuperAdmins() {
        for (Api caller : new Api[] {Api.anonymous(), user, admin}) {
            assertThat(caller.get("/api/health").is(200).json()).isEqualTo(field("status", "UP"));
        }
        assertThat(SUPER_ADMIN.get("/api/health").is(200).json().keySet())
                .containsExactlyInAnyOrder("status", "checks");
    }

    /** HEAD is for the same callers as GET, and has no effect. */
    @ParameterizedTest
    @MethodSource("gets")
    void headAsGet(String route) {
        for (Api caller : new Api[] {Api.anonymous(), user, strangeAdmin, admin}) {
            int head = untouched.request(route.replace("GET ", "HEAD "), caller).status();

            target(route).request(route, caller).is(head);
        }
    }

    /** But for the one GET that has an effect, and refuses HEAD. */
    static Stream<String> gets() {
        return routes().filter(route -> route.startsWith("GET ") && !route.equals("GET /api/accounts/{id}/provision"));
    }

    /** A token's route is public, and uses it up. */
    private static Target target(String route) {
        return route.equals("GET /provisioning/{token}") ? new Target() : untouched;
    }

    private static void assertAnswered(String route, Api.Answer answer) {
        assertThat(answer.status()).as("%s: %s", route, answer.body()).isBetween(200, 201);
    }

    private static JsonObject field(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** An account with an external one, and a space, that a request may well remove. */
    private static final class Target {
        private final String email = Api.unique("mail-") + "@example.net";
        private final JsonObject account = SUPER_ADMIN
                .post(
                        "/api/accounts",
                        accountFields()
                                .add("domain", domain)
                                .add("email", email)
                                .build())
                .is(200)
                .json();
        private final String emptySpace = space();
        private final List<String> state;

        private Target() {
            SUPER_ADMIN.post(path(account) + "/external", external()).is(201);
            state = state();
        }

        private void assertAsItWas() {
            assertThat(state()).isEqualTo(state);
        }

        private List<String> state() {
            return Stream.of(path(account), path(account) + "/external", "/api/spaces/" + emptySpace)
                    .map(path -> SUPER_ADMIN.get(path).is(200).body())
                    .toList();
        }

        private Api.Answer request(String route, Api caller) {
            String method = route.split(" ")[0];
            String path = route.split(" ")[1]
                    .replace("{id}", String.valueOf(account.getInt("id")))
                    .replace("{sip}", account.getString("sip_uri"))
                    .replace("{email}", email)
                    .replace("{token}", account.getString("provisioning_token"))
                    .replace("{domain}", emptySpace);
            return body(route)
                    .map(body -> caller.call(method, path, body.toString()))
                    .orElseGet(() -> caller.call(method, path));
        }

        private static Optional<JsonObject> body(String route) {
            return Optional.ofNullable(
                    switch (route) {
                        case "POST /api/accounts" -> accountFields().build();
                        case "PUT /api/accounts/{id}" -> field("phone", "1");
                        case "POST /api/accounts/{id}/external" -> external();
                        case "POST /api/spaces" ->
                            spaceFields(Api.unique("s") + ".example.net").build();
                        case "PUT /api/spaces/{domain}" -> field("name", "New");
                        default -> null;
                    });
        }

        private static JsonObject external() {
            return Json.createObjectBuilder()
                    .add("username", "ext")
                    .add("domain", "sip.example.com")
                    .add("password", "secret")
                    .add("protocol", "TLS")
                    .build();
        }
    }

    private static Stream<String> routesOfTheApplication() {
        return Stream.of(new ApiApplication(), new ProvisioningApplication())
                .flatMap(application -> application.getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(resource -> routesOf(root(application), resource)))
                .filter(route -> !route.startsWith("HEAD "));
    }

    private static String root(Application application) {
        return application.getClass().getAnnotation(ApplicationPath.class).value();
    }

    private static Stream<String> routesOf(String root, Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> httpMethods(method)
                        .map(http -> http + " "
                                + Stream.of(
                                                Optional.of(root),
                                                pathOf(resource.getAnnotation(Path.class)),
                                                pathOf(method.getAnnotation(Path.class)))
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.joining("/", "/", ""))));
    }

    private static Optional<String> pathOf(Path path) {
        return Optional.ofNullable(path).map(Path::value).filter(value -> !value.equals("/"));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value);
    }
}
