package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.Race;

/**
 * Stops two transactions in the database, each before a statement that it makes after its checks, and lets them go on together, so that
 * they are committed at the same moment. A trigger waits for a lock of its node that a test holds.
 */
final class Gate {
    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock'";

    /** Shorter than the wait of the trigger, and this shorter than the server waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DatabaseNode first = GaleraCluster.get().first();
    private final DatabaseNode second = GaleraCluster.get().second();
    private final List<String> statements;

    private Gate(List<String> statements) {
        this.statements = statements;
    }

    /** @param statements for example {@code INSERT ON account} */
    static Gate before(String... statements) {
        return new Gate(List.of(statements));
    }

    /** Runs the task at both nodes, and returns both results. */
    List<Integer> race(Race.Task<Integer> task) {
        for (int i = 0; i < statements.size(); i++) {
            first.execute("CREATE TRIGGER provisioning.gate" + i + " BEFORE "
                    + statements.get(i).replace(" ON ", " ON provisioning.")
                    + " FOR EACH ROW DO GET_LOCK('gate', 2) + RELEASE_LOCK('gate')");
        }
        try {
            return closedRace(task);
        } catch (SQLException e) {
            throw new AssertionError(e);
        } finally {
            for (int i = 0; i < statements.size(); i++) {
                first.execute("DROP TRIGGER provisioning.gate" + i);
            }
        }
    }

    private List<Integer> closedRace(Race.Task<Integer> task) throws SQLException {
        try (Connection atFirst = first.connect();
                Connection atSecond = second.connect()) {
            List<Connection> gates = List.of(atFirst, atSecond);
            for (Connection gate : gates) {
                execute(gate, "DO GET_LOCK('gate', 0)");
            }
            return Race.run(3, runner -> runner < 2 ? task.run(runner) : open(gates))
                    .subList(0, 2);
        }
    }

    private int open(List<Connection> gates) {
        try {
            Poll.until(PATIENCE, () -> assertThat(waiting()).isEqualTo(2));
        } catch (AssertionError oneWaitsForTheOther) {
            // The lock that one of them has is what the test is about
        }
        return Race.run(2, gate -> {
                    execute(gates.get(gate), "DO RELEASE_LOCK('gate')");
                    return gate;
                })
                .size();
    }

    private long waiting() {
        return Stream.of(first, second)
                .flatMap(node -> node.query(WAITING).stream())
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
