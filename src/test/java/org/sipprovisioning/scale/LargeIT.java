package org.sipprovisioning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Api.unique;
import static org.sipprovisioning.it.Fixtures.PASSWORD;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.ServerProcess;

/** Measures what requests take with a million accounts, and writes the table of docs/performance.md to {@code target/large.md}. */
@InServer
@Tag("large")
class LargeIT {
    private static final int ROUNDS = 21;
    private static final int EVENTS = Integer.getInteger("audit.events", 1_000_000);
    private static final String KEY = "admin-api-key-of-a-large-installation";
    private static final String OTHER_SPACE = "space3.example.net";
    private static final String LIMITED_SPACE = "space2.example.net";

    private final List<String> rows =
            new ArrayList<>(List.of("| What | median, ms | slowest, ms |", "| --- | --- | --- |"));

    @Test
    void measures() throws IOException, SQLException {
        Map<String, String> database = Database.another("large");
        Map<String, String> environment = new HashMap<>(database);
        environment.put("PROVISIONING_ADMIN_API_KEY", KEY);
        environment.put("PROVISIONING_LIMIT_FAILED_TOKEN_LOOKUPS", "0");
        try (ServerProcess process = ServerProcess.start(Path.of("target/it/large"), environment)) {
            process.kill();
            row("start, one account", time(process::start));
            process.kill();
            fill(database);
            row("start with `PROVISIONING_ADMIN_API_KEY`", time(process::start));
            lists(Api.withKey(process.server(), KEY));
            changes(process, Api.withKey(process.server(), KEY));
        }
        Files.write(Path.of("target/large.md"), rows);
        rows.forEach(System.out::println);
    }

    private static void fill(Map<String, String> database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                database.get("PROVISIONING_DB_URL"),
                database.get("PROVISIONING_DB_USER"),
                database.get("PROVISIONING_DB_PASSWORD"))) {
            BigData.fill(connection, EVENTS);
        }
    }

    private void lists(Api admin) {
        row(
                "accounts: first page of all, with the count that is repeated each minute",
                time(() -> get(admin, "accounts")));
        JsonObject first = get(admin, "accounts");
        JsonObject middle = get(admin, "accounts?page=25000");
        assertThat(first.getInt("total")).isEqualTo(BigData.ACCOUNTS);
        measure("accounts: first page", () -> get(admin, "accounts"));
        measure("accounts: page 25,000 of 50,000", () -> get(admin, "accounts?page=25000"));
        measure("accounts: last page", () -> get(admin, "accounts?page=" + first.getInt("last_page")));
        measure("accounts: `after` in the middle", () -> get(admin, "accounts?after=" + middle.getString("next")));
        measure(
                "accounts: `before` in the middle",
                () -> get(admin, "accounts?before=" + middle.getString("previous")));
        measure("account by address", () -> get(admin, "accounts/user500001@" + BigData.DOMAIN + "/search"));
        measure("account by e-mail", () -> get(admin, "accounts/user500001@mail.example.org/search-by-email"));
        row("audit trail: first page of all, with the count", time(() -> get(admin, "audit")));
        audit(admin, "all", "");
        audit(admin, "page 25,000", "page=25000");
        audit(admin, "last page", "page=" + get(admin, "audit").getInt("last_page"));
        String day = Instant.now().minusSeconds(5 * 86_400).toString();
        audit(admin, "`from`", "from=" + day);
        audit(admin, "`to`", "to=" + day);
        audit(admin, "`account`", "account=user500001@" + BigData.DOMAIN);
        audit(
                admin,
                "`account` of the admin, who has done a quarter of all",
                "account=user" + BigData.ADMIN + "@" + BigData.DOMAIN);
        audit(admin, "a frequent `event`", "event=login");
        audit(admin, "a rare `event`", "event=hook_failed");
        audit(
                admin,
                "`account` of the admin and a rare `event`",
                "event=hook_failed&account=user" + BigData.ADMIN + "@" + BigData.DOMAIN);
        Api spaceAdmin = adminOf(admin, BigData.DOMAIN);
        row("an admin with half of all accounts: first page, with the count", time(() -> get(spaceAdmin, "accounts")));
        measure("the same: first page", () -> get(spaceAdmin, "accounts"));
        measure("the same: page 12,500 of 25,000", () -> get(spaceAdmin, "accounts?page=12500"));
        audit(spaceAdmin, "own space", "");
        audit(spaceAdmin, "own space, a rare `event`", "event=hook_failed");
        audit(spaceAdmin, "own space, `account`", "account=user500001@" + BigData.DOMAIN);
    }

    private void changes(ServerProcess process, Api admin) {
        measure("a new account", () -> create(admin, OTHER_SPACE));
        measure("a new account in a space with `max_accounts`", () -> create(admin, LIMITED_SPACE));
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            tokens.add(create(admin, OTHER_SPACE).getString("provisioning_token"));
        }
        measure("a token's request", () -> process.server().get("/provisioning/" + tokens.remove(0)));
    }

    private void audit(Api admin, String what, String query) {
        measure("audit trail: " + what, () -> get(admin, "audit?" + query));
    }

    private static Api adminOf(Api superAdmin, String domain) {
        JsonObject account = superAdmin
                .post(
                        "/api/accounts",
                        Map.of(
                                "username",
                                unique("admin-"),
                                "password",
                                PASSWORD,
                                "domain",
                                domain,
                                "admin",
                                true,
                                "activated",
                                true))
                .is(200)
                .json();
        String address = account.getString("username") + "@" + domain;
        String key = superAdmin
                .post("/api/keys", Map.of("name", "large", "account", address))
                .is(201)
                .json()
                .getString("key");
        return superAdmin.with("x-api-key", key);
    }

    private static JsonObject create(Api admin, String domain) {
        return admin.post("/api/accounts", Map.of("username", unique("new-"), "password", PASSWORD, "domain", domain))
                .is(200)
                .json();
    }

    private static JsonObject get(Api admin, String path) {
        return admin.get("/api/" + path).is(200).json();
    }

    /** Measures after one request that does not count. */
    private void measure(String what, Supplier<?> request) {
        request.get();
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            millis[i] = time(request::get);
        }
        Arrays.sort(millis);
        rows.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f |", what, millis[ROUNDS / 2], millis[ROUNDS - 1]));
    }

    private void row(String what, double once) {
        rows.add(String.format(Locale.ROOT, "| %s | %.0f | once |", what, once));
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
