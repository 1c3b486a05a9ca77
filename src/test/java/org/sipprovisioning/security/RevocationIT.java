package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.authToken;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests which changes revoke a user's key and auth tokens, and which also revoke the provisioning token. */
@Tag("smoke")
@InServer
class RevocationIT {
    private static final Api SUPER_ADMIN = Api.superAdmin();
    private static final String ME = "/api/accounts/me";
    private static final String API_KEY = ME + "/api_key";

    private final TestAccount account = account();
    private final Api user = withKeyOf(account);

    static Stream<Named<Consumer<TestAccount>>> passwordChanges() {
        return Stream.of(
                Named.of(
                        "own",
                        account -> withKeyOf(account)
                                .post(ME + "/password", passwords(PASSWORD, "another password"))
                                .is(200)),
                Named.of(
                        "by an admin",
                        account -> SUPER_ADMIN
                                .put(account.path(), passwords("", "another password"))
                                .is(200)),
                Named.of(
                        "reset",
                        account -> withKeyOf(account)
                                .get("/provisioning/me?reset_password")
                                .is(200)));
    }

    static Stream<Named<Consumer<TestAccount>>> withdrawals() {
        return Stream.of(
                Named.of("block", account -> account.act("block")),
                Named.of("deactivate", account -> account.act("deactivate")),
                Named.of(
                        "inactive",
                        account -> SUPER_ADMIN
                                .put(
                                        account.path(),
                                        Json.createObjectBuilder()
                                                .add("activated", false)
                                                .build())
                                .is(200)));
    }

    @ParameterizedTest
    @MethodSource("passwordChanges")
    void anotherPasswordTakesKeyAndAuthTokenBack(Consumer<TestAccount> change) {
        Api caller = Api.withKey(fresh(user));
        String authToken = authToken(Optional.of(account));

        change.accept(account);

        caller.get(ME).is(401);
        head("auth_token/" + authToken).is(404);
        head(account.token()).is(200);
        user.get(ME).is(200);
    }

    @ParameterizedTest
    @MethodSource("withdrawals")
    void withdrawnAccessTakesTheProvisioningTokenToo(Consumer<TestAccount> withdrawal) {
        fresh(user);
        String authToken = authToken(Optional.of(account));

        withdrawal.accept(account);

        account.act("unblock");
        assertThat(keys()).isZero();
        head("auth_token/" + authToken).is(404);
        head(account.token()).is(404);
    }

    @Test
    void refusedChangeTakesNothing() {
        Api caller = Api.withKey(fresh(user));

        caller.post(ME + "/password", passwords("wrong", "another password")).is(422);
        SUPER_ADMIN.put(account.path(), passwords("", "short")).is(422);

        caller.get(ME).is(200);
    }

    private static String fresh(Api caller) {
        return caller.get(API_KEY).is(200).json().getString("api_key");
    }

    private static Api.Answer head(String token) {
        return Api.anonymous().call("HEAD", "/provisioning/" + token);
    }

    private static JsonObject passwords(String old, String password) {
        return Json.createObjectBuilder()
                .add("old_password", old)
                .add("password", password)
                .build();
    }

    private int keys() {
        return Integer.parseInt(
                Rows.row("SELECT COUNT(*) FROM api_key WHERE account_id = ? AND kind = 'USER'", account.id())
                        .get(0));
    }
}
