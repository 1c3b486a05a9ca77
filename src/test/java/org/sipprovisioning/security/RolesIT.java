package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.userOf;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RouteTarget;
import org.sipprovisioning.it.Routes;
import org.sipprovisioning.it.Routes.Caller;
import org.sipprovisioning.it.Routes.Route;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.rest.ApiApplication;
import org.sipprovisioning.rest.ContactsApplication;
import org.sipprovisioning.rest.ProvisioningApplication;

/** Tests every route of the application with every kind of caller. A route that is not in the table fails the test. */
@InServer
class RolesIT {
    private static final Api SUPER_ADMIN = Api.superAdmin();
    private static final String SUPER_DOMAIN = "sip.example.org";

    private static String domain;
    private static String otherDomain;
    private static Api admin;
    private static Map<Caller, Api> callers;
    private static Api lateAdmin;
    private static Api blockedUser;
    private static TestAccount superAdmin;
    private static Api keyByDigest;
    private static RouteTarget untouched;
    private static List<String> before;

    @BeforeAll
    static void callers() {
        domain = space();
        otherDomain = space();
        admin = adminOf(domain);
        callers = new EnumMap<>(Caller.class);
        Stream.of(Caller.values()).forEach(caller -> callers.put(caller, fresh(caller)));
        String expired = space();
        lateAdmin = adminOf(expired);
        lateAdmin.get("/api/accounts").is(200);
        SUPER_ADMIN
                .put("/api/spaces/" + expired, field("expire_at", "2001-01-01T00:00:00Z"))
                .is(200);
        TestAccount blocked = account(domain, Map.of("activated", true));
        blockedUser = withKeyOf(blocked);
        blockedUser.get("/api/accounts/me").is(200);
        blocked.act("block");
        superAdmin = account(SUPER_DOMAIN, Map.of("activated", true, "admin", true));
        keyByDigest = Api.withKey(DigestLogin.challenged(superAdmin, PASSWORD, "/api/accounts/me/api_key")
                .send()
                .is(200)
                .json()
                .getString("api_key"));
        untouched = new RouteTarget(domain);
        before = untouched.state();
    }

    @AfterAll
    static void deniedRequestsHaveChangedNothing() {
        assertThat(untouched.state()).isEqualTo(before);
    }

    static List<Route> routes() {
        return Routes.all();
    }

    @Test
    void tableHasEveryRoute() {
        assertThat(routesOfTheApplication())
                .containsExactlyInAnyOrderElementsOf(
                        routes().stream().map(Route::name).toList());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyCallerGetsWhatTheTableSays(Route route) {
        for (Caller caller : Caller.values()) {
            int status = route.status().get(caller);

            Api.Answer answer = target(status).request(route, callerFor(route, caller, status));

            assertThat(answer.status())
                    .as("%s by %s: %s", route, caller, answer.body())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyIsAskedWhoTheyAre(Route route) {
        if (route.status().get(Caller.NOBODY) != 401) {
            return;
        }
        for (Api nobody : new Api[] {Api.anonymous(), Api.withKey("wrong"), Api.withKey("")}) {
            Api.Answer answer = untouched.request(route, nobody).is(401);

            assertThat(answer.header("WWW-Authenticate")).startsWith("Digest realm=\"sip.example.org\", ");
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoIsKnownAndNotServedGetsWhatNobodyGets(Route route) {
        int nobodys = route.status().get(Caller.NOBODY);
        int status = nobodys == 401 ? 403 : nobodys;

        Api.Answer late = target(status).request(route, lateAdmin).is(status);
        Api.Answer blocked = target(status).request(route, blockedUser).is(status);

        if (status == 403) {
            assertThat(late.message()).contains("expired");
            assertThat(blocked.message()).contains("blocked");
        }
    }

    /**
     * HEAD is allowed to the same callers as GET, and has no effect. If GET has an effect, there is no HEAD outside
     * {@code /provisioning}.
     */
    @ParameterizedTest
    @MethodSource("gets")
    void headAsGet(Route route) {
        for (Caller caller : Caller.values()) {
            int status = route.status().get(caller);
            boolean isNone =
                    route.changesState() && !route.path().startsWith("/provisioning") && status != 401 && status != 403;

            Api.Answer head = untouched.head(route, callers.get(caller));

            assertThat(head.status()).as("%s by %s", route, caller).isEqualTo(isNone ? 405 : status);
        }
    }

    static List<Route> gets() {
        return routes().stream().filter(route -> route.method().equals("GET")).toList();
    }

    /**
     * A client that has the ha1 of an admin, from a phone or from the SIP server's database, is a user: by Digest, and by
     * the key that a login by Digest can get.
     */
    @ParameterizedTest
    @MethodSource("routesOfAdmins")
    void ha1OfAnAdminIsNoAdmin(Route route) {
        String path = untouched.pathOf(route, SUPER_ADMIN);

        DigestLogin.challenged(superAdmin, PASSWORD, path)
                .method(route.method())
                .send()
                .is(403);
        untouched.request(route, keyByDigest).is(403);
    }

    static List<Route> routesOfAdmins() {
        return routes().stream()
                .filter(route -> route.status().get(Caller.USER) == 403)
                .toList();
    }

    @Test
    void adminChoosesNoDomainButTheirOwn() {
        TestAccount own = account(domain);
        String other = space();

        admin.post("/api/accounts", accountFields().add("domain", other).build())
                .is(403);
        admin.post(
                        "/api/accounts",
                        accountFields().add("domain", "no.such.example").build())
                .is(403);
        admin.put(
                        own.path(),
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
        Api.Answer byDigest =
                DigestLogin.challenged(superAdmin, PASSWORD, "/api/health").send();

        assertThat(byDigest.is(200).json()).isEqualTo(field("status", "UP"));
        for (Api caller : new Api[] {Api.anonymous(), callers.get(Caller.USER), admin}) {
            assertThat(caller.get("/api/health").is(200).json()).isEqualTo(field("status", "UP"));
        }
        assertThat(SUPER_ADMIN.get("/api/health").is(200).json().keySet())
                .containsExactlyInAnyOrder("status", "checks");
    }

    /** Returns the target of a request: a new one if the request succeeds, because a route with a token uses it up. */
    private static RouteTarget target(int status) {
        return status < 300 ? new RouteTarget(domain) : untouched;
    }

    /** Returns the caller of a request: a new one if the request would end the caller's access. */
    private static Api callerFor(Route route, Caller caller, int status) {
        boolean isTheirEnd = Set.of("DELETE /api/accounts/me", "POST /api/accounts/me/password")
                .contains(route.name());
        return isTheirEnd && status < 300 ? fresh(caller) : callers.get(caller);
    }

    private static Api fresh(Caller caller) {
        return switch (caller) {
            case NOBODY -> Api.anonymous();
            case USER -> userOf(domain);
            case OTHER_ADMIN -> adminOf(otherDomain);
            case ADMIN -> adminOf(domain);
            case SUPER_ADMIN -> adminOf(SUPER_DOMAIN);
        };
    }

    private static JsonObject field(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static Stream<String> routesOfTheApplication() {
        return Stream.of(new ApiApplication(), new ProvisioningApplication(), new ContactsApplication())
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
