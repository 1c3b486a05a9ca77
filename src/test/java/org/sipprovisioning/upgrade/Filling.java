package org.sipprovisioning.upgrade;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;

/**
 * Many rows that fit the schema of the old version: accounts with a password, their tokens, and events of the trail. Of ten
 * tokens one is used and one is expired.
 */
final class Filling {
    static final int ROWS = Integer.getInteger("upgrade.rows");
    static final String DOMAIN = "filled.example.net";
    static final String PASSWORD = "filled-password";

    private static final String NUMBER = "LPAD(CONCAT('', n), 9, '0')";
    private static final String USERNAME = "CONCAT('filled-', " + NUMBER + ")";

    private Filling() {}

    /** Returns the user name of an account, whose number is from 1 to {@link #ROWS}. */
    static String username(int number) {
        return "filled-%09d".formatted(number);
    }

    /** Returns the provisioning token of an account. That of number 1 is used, and that of number 2 is expired. */
    static String token(int number) {
        return "filled-token-%09d".formatted(number);
    }

    /** Creates the space of the accounts. It then has as many accounts as it may have. */
    static void prepare(Api admin) {
        admin.post(
                        "/api/spaces",
                        Fixtures.spaceFields(DOMAIN)
                                .add("host", DOMAIN)
                                .add("max_accounts", ROWS)
                                .build())
                .is(200);
    }

    static void fill(Store store, Connection connection) throws SQLException {
        long now = System.currentTimeMillis();
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(accounts(store, now), tokens(store, now), events(store, now))) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static String accounts(Store store, long now) {
        return """
                INSERT INTO account (version, space_id, username, display_name, email, activated, blocked, admin,
                    dictionary, ha1_md5, ha1_sha256, had_external, created_at, updated_at)
                SELECT 0, space.id, %1$s, CONCAT('Number ', n), CONCAT('filled-', n, '@example.org'),
                    TRUE, FALSE, FALSE, '{}', %2$s, %3$s, FALSE, %4$d, %4$d
                FROM %5$s, space WHERE space.domain = '%6$s'
                """.formatted(USERNAME, ha1(store, "MD5"), ha1(store, "SHA-256"), now, store.numbers(ROWS), DOMAIN);
    }

    private static String ha1(Store store, String algorithm) {
        return store.hash(algorithm, "CONCAT(" + USERNAME + ", ':" + DOMAIN + ":" + PASSWORD + "')");
    }

    private static String tokens(Store store, long now) {
        return """
                INSERT INTO provisioning_token (account_id, hash, created_at, expires_at, used_at)
                SELECT id, %1$s, %2$d, CASE WHEN username LIKE '%%2' THEN %2$d - 1000 END,
                    CASE WHEN username LIKE '%%1' THEN %2$d END
                FROM account WHERE username LIKE 'filled-%%'
                """.formatted(store.hash("SHA-256", "CONCAT('filled-token-', SUBSTRING(username, 8))"), now);
    }

    /** The events happened in the last 300 days, so that none is too old to be kept. */
    private static String events(Store store, long now) {
        return """
                INSERT INTO audit_event (happened_at, event, outcome, actor, account, space, address, user_agent, detail)
                SELECT %1$d - n * %5$d, CASE MOD(n, 3) WHEN 0 THEN 'token_consumed' ELSE 'login' END,
                    CASE MOD(n, 10) WHEN 0 THEN 'failure' ELSE 'success' END,
                    CONCAT('sip:', %2$s, '@%3$s'), CONCAT('sip:', %2$s, '@%3$s'), '%3$s', '192.0.2.7', 'Linphone/5.2',
                    'digest'
                FROM %4$s
                """.formatted(
                        now, USERNAME, DOMAIN, store.numbers(ROWS), Duration.ofDays(300).toMillis() / ROWS);
    }
}
