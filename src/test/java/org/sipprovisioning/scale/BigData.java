package org.sipprovisioning.scale;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills the tables of a MariaDB with a million accounts and what belongs to them. Half of the accounts are in space 1, the others in 99
 * further spaces. An account near the end is the only admin, of space 1. Secret N has the hash of the text N in each table.
 */
public final class BigData {
    public static final int ACCOUNTS = 1_000_000;
    public static final String DOMAIN = "sip.example.org";

    /** The id of the only admin. */
    public static final int ADMIN = ACCOUNTS - 1;

    private static final List<String> TABLES = List.of(
            "carddav_credential",
            "carddav_server",
            "external_account",
            "contact",
            "used_nonce",
            "auth_token",
            "api_key",
            "provisioning_token",
            "account_count",
            "account",
            "space",
            "audit_event");

    private static final String ACCOUNT_ROWS = """
            INSERT INTO account (id, version, space_id, username, display_name, email, phone, activated, blocked, admin,
                dictionary, ha1_md5, ha1_sha256, had_external, created_at, updated_at)
            SELECT seq, 1, IF(seq % 2, 1, 2 + seq % 99), CONCAT('user', seq), CONCAT('The User ', seq),
                CONCAT('user', seq, '@mail.example.org'), CONCAT('+49', seq), TRUE, FALSE, seq = {admin}, '{}', MD5(seq),
                SHA2(seq, 256), FALSE, {now} - seq, {now} - seq
            FROM seq_1_to_{accounts}""";

    private static final String AUDIT_ROWS = """
            INSERT INTO audit_event (happened_at, event, outcome, actor, account, space, address, user_agent, detail)
            SELECT {now} - ({events} - seq) * 7000,
                ELT(1 + seq % 8, 'login', 'login', 'login', 'token_consumed', 'token_issued', 'account_changed', 'login',
                    IF(seq % 4096 = 7, 'hook_failed', 'login')),
                IF(seq % 10, 'success', 'failure'),
                IF(seq % 8 IN (4, 5), 'sip:user{admin}@{domain}', CONCAT('sip:user', 1 + seq * 7 % {accounts}, '@{domain}')),
                CONCAT('sip:user', 1 + seq * 7 % {accounts}, '@{domain}'),
                IF(seq % 2, '{domain}', CONCAT('space', 2 + seq % 99, '.example.net')), '192.0.2.1', 'Linphone/5.3', 'digest'
            FROM seq_1_to_{events}""";

    private static final List<String> ROWS = List.of(
            """
            INSERT INTO space (id, version, domain, host, name, algorithm, overwrite_all, overwrite_patterns, super_space,
                max_accounts, app_flags, app_max_account, created_at, updated_at)
            SELECT seq, 1, IF(seq = 1, '{domain}', CONCAT('space', seq, '.example.net')),
                IF(seq = 1, '{domain}', CONCAT('space', seq, '.example.net')), 'A space', 'SHA-256', FALSE, '', seq = 1,
                IF(seq = 2, 1000000, 0), '', 0, {now}, {now}
            FROM seq_1_to_100""",
            ACCOUNT_ROWS,
            "INSERT INTO provisioning_token (account_id, hash, created_at)"
                    + " SELECT seq, SHA2(seq, 256), {now} FROM seq_1_to_{accounts}",
            "INSERT INTO api_key (account_id, hash, name, kind, created_at, last_used_at)"
                    + " SELECT seq * 10, SHA2(seq, 256), 'key', IF(seq % 1000, 'USER', 'ADMIN'), {now}, {now} + seq"
                    + " FROM seq_1_to_100000",
            "INSERT INTO auth_token (hash, account_id, created_at, expires_at)"
                    + " SELECT SHA2(seq, 256), seq, {now}, {now} + seq FROM seq_1_to_100000",
            "INSERT INTO used_nonce (nonce_and_count, expires_at) SELECT SHA1(seq), {now} + seq FROM seq_1_to_100000",
            "INSERT INTO contact (account_id, contact_id, created_at)"
                    + " SELECT seq, 1 + seq * 7 % {accounts}, {now} FROM seq_1_to_{accounts}",
            "INSERT INTO external_account (account_id, username, domain, protocol, algorithm, ha1)"
                    + " SELECT seq * 10, CONCAT('ext', seq), 'ext.example.com', 'TLS', 'MD5', MD5(seq) FROM seq_1_to_100000",
            "INSERT INTO carddav_server (id, version, space_id, uri, enabled, exact_match, min_characters, results_limit,"
                    + " timeout_seconds, delay_millis) SELECT seq, 1, seq, 'https://dav.example.org/', TRUE, FALSE, 3, 0, 5,"
                    + " 500 FROM seq_1_to_100",
            "INSERT INTO carddav_credential (version, account_id, server_id, username, realm, algorithm, ha1)"
                    + " SELECT 1, seq * 10, 1 + seq % 100, CONCAT('dav', seq), 'dav.example.org', 'MD5', MD5(seq) FROM seq_1_to_100000",
            AUDIT_ROWS);

    private BigData() {}

    /** Replaces all rows of the connection's database. InnoDB fills an empty table in one go if it has nothing to check. */
    public static void fill(Connection connection, int events) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
            for (String table : TABLES) {
                statement.execute("TRUNCATE TABLE " + table);
            }
            for (String rows : ROWS) {
                statement.execute(completed(rows, events));
            }
            statement.execute("ANALYZE TABLE " + String.join(", ", TABLES));
            statement.execute("SET unique_checks = 1, foreign_key_checks = 1");
        }
    }

    private static String completed(String rows, int events) {
        return rows.replace("{now}", String.valueOf(System.currentTimeMillis()))
                .replace("{accounts}", String.valueOf(ACCOUNTS))
                .replace("{admin}", String.valueOf(ADMIN))
                .replace("{domain}", DOMAIN)
                .replace("{events}", String.valueOf(events));
    }
}
