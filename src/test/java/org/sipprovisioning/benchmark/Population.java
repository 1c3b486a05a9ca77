package org.sipprovisioning.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The accounts, tokens and keys in the database. They belong to the default space. */
final class Population {
    private final Connection connection;
    private final int size;
    private int generation;

    Population(Connection connection, int size) {
        this.connection = connection;
        this.size = size;
    }

    int size() {
        return size;
    }

    int generation() {
        return generation;
    }

    /** Creates everything by a few statements. The server has made the space before. */
    void create() throws SQLException {
        String rows = " FROM seq_0_to_" + (size - 1) + " n JOIN space s ON s.domain = '" + Subject.DOMAIN + "'";
        String name = "CONCAT('" + Subject.USERNAME_PREFIX + "', " + padded("n.seq", Subject.DIGITS) + ")";
        String login = "CONCAT(" + name + ", ':" + Subject.DOMAIN + ":" + Subject.PASSWORD + "')";
        String id = Subject.FIRST_ID + " + n.seq";
        String now = "UNIX_TIMESTAMP() * 1000";
        execute("INSERT INTO account (id, version, space_id, username, activated, blocked, admin, dictionary, ha1_md5,"
                + " ha1_sha256, had_external, created_at, updated_at) SELECT " + id + ", 1, s.id, " + name
                + ", TRUE, FALSE, FALSE, '{}', MD5(" + login + "), SHA2(" + login + ", 256), FALSE, " + now + ", "
                + now + rows);
        execute("INSERT INTO provisioning_token (account_id, hash, created_at) SELECT " + id + ", " + tokenHash("n.seq")
                + ", " + now + rows);
        execute("INSERT INTO api_key (id, account_id, hash, name, kind, created_at) SELECT " + id + ", " + id
                + ", SHA2(CONCAT('"
                + Subject.KEY_PREFIX + "', " + padded("n.seq", Subject.DIGITS) + "), 256), 'benchmark', 'USER', " + now
                + rows);
    }

    /** Gives each account a new token in place of its used one. */
    void renewTokens() throws SQLException {
        generation++;
        execute("UPDATE provisioning_token SET used_at = NULL, hash = " + tokenHash("account_id - " + Subject.FIRST_ID)
                + " WHERE account_id BETWEEN " + Subject.FIRST_ID + " AND " + (Subject.FIRST_ID + size - 1));
    }

    private String tokenHash(String number) {
        return "SHA2(CONCAT('" + Subject.TOKEN_PREFIX + "', " + padded("" + generation, Subject.GENERATION_DIGITS)
                + ", " + padded(number, Subject.DIGITS) + "), 256)";
    }

    private static String padded(String number, int digits) {
        return "LPAD(" + number + ", " + digits + ", '0')";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
