package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests that the database ends a statement that takes too long: the client is told to try again, and nothing goes on. */
@InServer
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
class GivenUpStatementIT {
    private static final String WAITING = "SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE state LIKE 'Waiting for table metadata lock%'";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Phone phone = Phone.suite();

    @Test
    void noStatementIsLeftInTheDatabase() throws SQLException {
        TestAccount account = account();

        try (Connection connection = Database.connect();
                Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLES account WRITE");
            Answer answer = phone.get(account.url());

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            // Not at once: a timer may have begun to wait at the same time
            Poll.until(PATIENCE, () -> assertThat(Rows.row(WAITING)).containsExactly("0"));
            lock.execute("UNLOCK TABLES");
        }
        assertThat(account.isActivated()).isFalse();
        phone.config(account.url());
    }
}
