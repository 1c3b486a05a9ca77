package org.sipprovisioning.it;

import static org.sipprovisioning.it.Api.unique;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What a test begins with: accounts, spaces and admins of its own, so that none depends on another. */
public final class Fixtures {
    public static final String PASSWORD = "a-good-password";

    private static final Api SUPER_ADMIN = Api.superAdmin();

    private Fixtures() {}

    /** The domain of a new ordinary space. */
    public static String space() {
        String domain = unique("space-") + ".example.net";
        SUPER_ADMIN.post("/api/spaces", spaceFields(domain).build()).is(200);
        return domain;
    }

    /** What a space must have. */
    public static JsonObjectBuilder spaceFields(String domain) {
        return Json.createObjectBuilder()
                .add("domain", domain)
                .add("host", "host-of-" + domain)
                .add("name", "Space " + domain);
    }

    /** What an account must have. */
    public static JsonObjectBuilder accountFields() {
        return Json.createObjectBuilder().add("username", unique("user-")).add("password", PASSWORD);
    }

    /** A new account of the first admin's space. */
    public static JsonObject account() {
        return SUPER_ADMIN
                .post("/api/accounts", accountFields().build())
                .is(200)
                .json();
    }

    public static JsonObject account(String domain) {
        return SUPER_ADMIN
                .post("/api/accounts", accountFields().add("domain", domain).build())
                .is(200)
                .json();
    }

    /** Where the API has this account. */
    public static String path(JsonObject account) {
        return "/api/accounts/" + account.getInt("id");
    }

    /** A new admin of this space. */
    public static Api adminOf(String domain) {
        return caller(
                accountFields().add("domain", domain).add("activated", true).add("admin", true));
    }

    /** A new user of this space, who is no admin. */
    public static Api userOf(String domain) {
        return caller(accountFields().add("domain", domain).add("activated", true));
    }

    private static Api caller(JsonObjectBuilder fields) {
        return Api.withKey(
                key(SUPER_ADMIN.post("/api/accounts", fields.build()).is(200).json()));
    }

    /** A fresh key that proves this account, put straight into the database. */
    public static String key(JsonObject account) {
        String key = unique("key-");
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO api_key"
                        + " (account_id, hash, name, kind, created_at) VALUES (?, ?, 'test', 'FIRST', 0)")) {
            insert.setInt(1, account.getInt("id"));
            insert.setString(2, sha256(key));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return key;
    }

    /** A fresh auth token, of this account or of nobody yet, put straight into the database: the API gives out ten a minute. */
    public static String authToken(Optional<JsonObject> account) {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO auth_token (hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, sha256(token));
            insert.setObject(2, account.map(owner -> owner.getInt("id")).orElse(null));
            insert.setLong(3, System.currentTimeMillis());
            insert.setLong(4, System.currentTimeMillis() + 300_000);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return token;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
