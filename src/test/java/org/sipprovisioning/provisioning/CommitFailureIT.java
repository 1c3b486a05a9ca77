package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.CommitProxy.Fate.ANSWER_LOST;
import static org.sipprovisioning.it.CommitProxy.Fate.COMMIT_LOST;
import static org.sipprovisioning.it.CommitProxy.Fate.REFUSED;
import static org.sipprovisioning.it.CommitProxy.Fate.STATEMENT_LOST;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.CommitProxy;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests commits that fail. A commit that the database refuses is repeated with its whole transaction. If the database's answer to a commit
 * is lost, the client learns that its token may be used.
 */
@InServer
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
class CommitFailureIT {
    private static final String KEY = "key-of-the-commit-test";
    private static final String USE = "update provisioning_token ";
    private static final String CHANGE = "update account ";

    @TempDir
    static Path directory;

    private static CommitProxy proxy;
    private static ServerProcess process;
    private static Api admin;
    private static Phone phone;

    @BeforeAll
    static void start() {
        int port = Integer.getInteger("it.mariadb.port");
        proxy = CommitProxy.before(port);
        Map<String, String> environment = new HashMap<>(Database.another("commit"));
        environment.computeIfPresent("PROVISIONING_DB_URL", (name, url) -> url.replace(":" + port, ":" + proxy.port()));
        environment.put("PROVISIONING_ADMIN_API_KEY", KEY);
        process = ServerProcess.start(directory, environment);
        admin = Api.withKey(process.server(), KEY);
        phone = Phone.at(process.server());
    }

    @AfterAll
    static void stop() {
        process.close();
        proxy.close();
    }

    private final TestAccount account = Fixtures.account(admin);

    @Test
    void repeatsARefusedUseOfAToken() {
        proxy.next(REFUSED, 3, USE);

        phone.config(account.url());

        assertThat(proxy.failed()).isEqualTo(3);
        phone.assertDead(account.token());
        assertThat(account.isActivated()).isTrue();
    }

    @Test
    void answers409WhereEachTryIsRefusedAndKeepsTheToken() {
        proxy.next(REFUSED, 100, USE);
        Answer answer = phone.get(account.url());
        proxy.next(REFUSED, 0, USE);

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        phone.config(account.url());
    }

    @Test
    void repeatsARefusedChange() {
        proxy.next(REFUSED, 3, CHANGE);

        account.change(Map.of("display_name", "Alice"));

        assertThat(proxy.failed()).isEqualTo(3);
        assertThat(admin.get(account.path()).json().getString("display_name")).isEqualTo("Alice");
    }

    @Test
    void saysThatTheTokenMayBeUsedWhereItIs() {
        proxy.next(ANSWER_LOST, 1, USE);

        assertUnconfirmed(phone.get(account.url()), "its token may be used");

        assertThat(proxy.failed()).isEqualTo(1);
        phone.assertDead(account.token());
        assertThat(account.isActivated()).isTrue();
    }

    @Test
    void saysThatTheTokenMayBeUsedWhereItIsNot() {
        proxy.next(COMMIT_LOST, 1, USE);

        assertUnconfirmed(phone.get(account.url()), "its token may be used");

        assertThat(proxy.failed()).isEqualTo(1);
        phone.config(account.url());
    }

    @Test
    void saysThatAChangeMayHaveBeenMade() {
        proxy.next(ANSWER_LOST, 1, CHANGE);

        assertUnconfirmed(
                phone.with("x-api-key", KEY).send("POST", account.path() + "/block"),
                "what it changes may have been changed");

        assertThat(proxy.failed()).isEqualTo(1);
    }

    @Test
    void aTokenIsSurelyGoodIfTheConnectionBreaksBeforeTheCommit() {
        proxy.next(STATEMENT_LOST, 1, USE);
        Answer answer = phone.get(account.url());

        assertThat(proxy.failed()).isEqualTo(1);
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.text()).contains("The database is not available.");
        phone.config(account.url());
    }

    private static void assertUnconfirmed(Answer answer, String consequence) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.text()).contains("has not confirmed this request: " + consequence);
        assertThat(answer.header("Retry-After")).matches("[0-9]+");
    }
}
