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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The accounts, spaces and admins of a test. Each test makes its own, so that no test depends on another. */
public final class Fixtures {
    /** The password of every account that is made here. */
    public static final String PASSWORD = "a-good-password";

    /** The domain of the first admin's space. */
    public static final String DEFAULT_SPACE = "sip.example.org";

    private static final Api SUPER_ADMIN = Api.superAdmin();

    private Fixtures() {}

    /** Creates a space whose host is another name than its domain. Returns the domain. */
    public static String space() {
        return space(Map.of());
    }

    /** Does the same as {@link #space()}, with further fields. */
    public static String space(Map<String, ?> fields) {
        return create(SUPER_ADMIN, spaceFields(newDomain()), fields);
    }

    /** Creates a space whose host is its domain, so that a phone can ask it by that name. Returns the domain. */
    public static String hostedSpace() {
        return hostedSpace(Map.of());
    }

    /** Does the same as {@link #hostedSpace()}, with further fields, or with another host. */
    public static String hostedSpace(Map<String, ?> fields) {
        return hostedSpace(SUPER_ADMIN, fields);
    }

    /** Does the same as {@link #hostedSpace(Map)}, on the server of this admin. */
    public static String hostedSpace(Api admin, Map<String, ?> fields) {
        String domain = newDomain();
        return create(admin, spaceFields(domain).add("host", domain), fields);
    }

    private static String create(Api admin, JsonObjectBuilder space, Map<String, ?> more) {
        return admin.post("/api/spaces", merged(space, more)).is(200).json().getString("domain");
    }

    public static void changeSpace(String domain, Map<String, ?> fields) {
        SUPER_ADMIN.put("/api/spaces/" + domain, fields).is(200);
    }

    /** Returns the fields that a space must have. */
    public static JsonObjectBuilder spaceFields(String domain) {
        return Json.createObjectBuilder()
                .add("domain", domain)
                .add("host", "host-of-" + domain)
                .add("name", "Space " + domain);
    }

    /** Returns the fields that an account must have. */
    public static JsonObjectBuilder accountFields() {
        return Json.createObjectBuilder().add("username", unique("user-")).add("password", PASSWORD);
    }

    /** Returns the fields that an external account must have. */
    public static JsonObject externalFields() {
        return Json.createObjectBuilder()
                .add("username", "ext")
                .add("domain", "sip.example.com")
                .add("password", "secret")
                .add("protocol", "TLS")
                .build();
    }

    /** Creates an account in the first admin's space. */
    public static TestAccount account() {
        return account(SUPER_ADMIN);
    }

    public static TestAccount account(String domain) {
        return account(domain, Map.of());
    }

    /** Does the same as {@link #account(String)}, with further fields, or with another user name. */
    public static TestAccount account(String domain, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("domain", domain);
        return account(SUPER_ADMIN, all);
    }

    /** Creates an account in the space of this admin, on the admin's server. */
    public static TestAccount account(Api admin) {
        return account(admin, Map.of());
    }

    /** Does the same as {@link #account(Api)}, with further fields, or in another space. */
    public static TestAccount account(Api admin, Map<String, ?> fields) {
        return new TestAccount(
                admin,
                admin.post("/api/accounts", merged(accountFields(), fields))
                        .is(200)
                        .json());
    }

    /** Creates an account that is an admin of this space. */
    public static Api adminOf(String domain) {
        return withKeyOf(account(domain, Map.of("activated", true, "admin", true)));
    }

    /** Creates an activated account of this space that is not an admin. */
    public static Api userOf(String domain) {
        return withKeyOf(account(domain, Map.of("activated", true)));
    }

    /** Returns the user of this account as a caller, with a fresh key. */
    public static Api withKeyOf(TestAccount account) {
        return Api.withKey(key(account));
    }

    /** Puts a fresh API key of this account straight into the suite's database. */
    public static String key(TestAccount account) {
        String key = unique("key-");
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO api_key"
                        + " (account_id, hash, name, kind, created_at) VALUES (?, ?, 'test', 'FIRST', 0)")) {
            insert.setInt(1, account.id());
            insert.setString(2, sha256(key));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return key;
    }

    /**
     * Puts a fresh auth token straight into the suite's database, because the API gives out only ten a minute.
     *
     * @param account the account that the token is attached to, if any
     */
    public static String authToken(Optional<TestAccount> account) {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO auth_token (hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, sha256(token));
            insert.setObject(2, account.map(TestAccount::id).orElse(null));
            insert.setLong(3, System.currentTimeMillis());
            insert.setLong(4, System.currentTimeMillis() + 300_000);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return token;
    }

    private static Map<String, Object> merged(JsonObjectBuilder required, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(required.build());
        fields.putAll(more);
        return fields;
    }

    private static String newDomain() {
        return unique("space-") + ".example.net";
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
