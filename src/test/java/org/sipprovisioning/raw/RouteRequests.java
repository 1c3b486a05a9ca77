package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sipprovisioning.raw.HostileValues.pick;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.RouteTarget;
import org.sipprovisioning.it.Routes;
import org.sipprovisioning.it.Routes.Caller;
import org.sipprovisioning.it.Routes.Route;
import org.sipprovisioning.it.TestAccount;

/**
 * Mutated requests of every route of docs/routes.md by every kind of caller, to the suite's server. What a request has deleted is made
 * anew.
 */
final class RouteRequests implements Fuzzer.Source {
    /** A request of these ends what other requests need. They are sent less often. */
    private static final Set<String> DESTRUCTIVE = Set.of(
            "DELETE /api/accounts/me",
            "POST /api/accounts/me/password",
            "DELETE /api/accounts/{id}",
            "DELETE /api/accounts/{id}/external",
            "DELETE /api/accounts/{id}/carddavs/{carddav_id}",
            "DELETE /api/accounts/{id}/contacts/{contact_id}",
            "DELETE /api/keys/{id}",
            "DELETE /api/spaces/{domain}",
            "DELETE /api/spaces/{domain}/carddavs/{id}",
            "POST /api/accounts/{id}/block",
            "PUT /api/accounts/{id}",
            "PUT /api/spaces/{domain}");

    private static final int RARELY = 10;
    private static final int MAX_MUTATIONS = 3;
    private static final int ATTEMPTS = 5;
    /** These come from no code before a resource: a filter, JAX-RS or the container. */
    private static final Set<Integer> FROM_RESOURCE = Set.of(200, 201, 409, 422);

    private static final List<Route> ROUTES = Routes.all();

    /** What the requests of one time use: a target and callers. */
    private record Scene(RouteTarget target, Map<Caller, String> keys, TestAccount user) {}

    private final String domain = Fixtures.space();
    private final String otherDomain = Fixtures.space();
    private final List<String> secrets = Collections.synchronizedList(new ArrayList<>());
    private Scene scene;

    RouteRequests() {
        secrets.add(Api.SUPER_ADMIN_KEY);
        secrets.add(Fixtures.PASSWORD);
    }

    /** Is called by one thread at a time: a request may need objects that the server makes first. */
    @Override
    public synchronized Message request(Random random) {
        Route route = pick(ROUTES, random);
        while (DESTRUCTIVE.contains(route.name()) && random.nextInt(RARELY) > 0) {
            route = pick(ROUTES, random);
        }
        Message message = valid(route, caller(route, random), random.nextInt(4) == 0);
        for (int i = random.nextInt(MAX_MUTATIONS); i >= 0; i--) {
            Mutation.next(random).apply(message, random);
        }
        return message;
    }

    /** Returns a caller who may send such requests, or sometimes any other. */
    private static Caller caller(Route route, Random random) {
        List<Caller> callers = List.of(Caller.values());
        List<Caller> allowed = callers.stream()
                .filter(caller -> route.status().get(caller) < 300)
                .toList();
        return pick(random.nextInt(5) == 0 ? callers : allowed, random);
    }

    private Message valid(Route route, Caller caller, boolean withDigest) {
        for (int i = 1; ; i++) {
            try {
                return valid(scene(), route, caller, withDigest);
            } catch (AssertionError | IllegalStateException e) { // A request under way has deleted something
                scene = null;
                if (i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Message valid(Scene now, Route route, Caller caller, boolean withDigest) {
        String key = now.keys.get(caller);
        String path = now.target.pathOf(route, key == null ? Api.anonymous() : Api.withKey(key));
        String body = RouteTarget.body(route).map(JsonObject::toString).orElse("");
        Message message = new Message(route.method(), path, new String(body.getBytes(UTF_8), ISO_8859_1));
        if (caller == Caller.USER && withDigest) {
            return message.with("Authorization", digest(now, route.method(), path));
        }
        if (key != null) {
            message.with("x-api-key", key);
        }
        return message;
    }

    private static String digest(Scene now, String method, String path) {
        return DigestLogin.challenged(now.user, Fixtures.PASSWORD, path)
                .method(method)
                .header();
    }

    /** Asks for a new scene if the request has deleted something. */
    @Override
    public void answered(Message request, int status) {
        String path = request.target.split("\\?")[0];
        boolean mayHaveEnded = request.method.equals("DELETE")
                || path.endsWith("/password")
                || path.endsWith("/block")
                || path.endsWith("/unblock")
                || path.endsWith("activate")
                || request.method.equals("PUT");
        if (status / 100 == 2 && mayHaveEnded) {
            synchronized (this) {
                scene = null;
            }
        }
    }

    private synchronized Scene scene() {
        if (scene == null) {
            TestAccount user = Fixtures.account(domain, Map.of("activated", true));
            Map<Caller, String> keys = new EnumMap<>(Caller.class);
            keys.put(Caller.USER, Fixtures.key(user));
            keys.put(Caller.OTHER_ADMIN, Fixtures.key(admin(otherDomain)));
            keys.put(Caller.ADMIN, Fixtures.key(admin(domain)));
            keys.put(Caller.SUPER_ADMIN, Fixtures.key(admin(Fixtures.DEFAULT_SPACE)));
            secrets.addAll(keys.values());
            RouteTarget target = new RouteTarget(domain);
            ROUTES.forEach(route -> target.pathOf(route, Api.anonymous()));
            scene = new Scene(target, keys, user);
        }
        return scene;
    }

    private static TestAccount admin(String ofDomain) {
        return Fixtures.account(ofDomain, Map.of("activated", true, "admin", true));
    }

    @Override
    public boolean isFromResource(int status) {
        return FROM_RESOURCE.contains(status);
    }

    @Override
    public List<String> secrets() {
        synchronized (secrets) {
            return List.copyOf(secrets);
        }
    }
}
