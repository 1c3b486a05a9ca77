package org.sipprovisioning.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Records by MariaDB's general log which statements an operation causes. Leaves out those of the server's timers. */
final class Recorder {
    /** Each timer that uses the database fires at least once in this time; the others do it every five minutes. */
    private static final long TIMERS_NANOS = 4_500_000_000L;

    private final Connection root;
    private final Set<String> ofTimers;

    /** @param root may change global variables and read the log */
    Recorder(Connection root) throws SQLException {
        this.root = root;
        execute("SET GLOBAL log_output = 'TABLE'");
        ofTimers = logged(() -> LockSupport.parkNanos(TIMERS_NANOS)).stream()
                .filter(line -> !line.isEnd())
                .map(Recording.Line::shape)
                .collect(Collectors.toSet());
    }

    /** Returns the statements during the call. */
    List<Recording.Line> record(Runnable operation) throws SQLException {
        return Recording.without(ofTimers, logged(operation));
    }

    private List<Recording.Line> logged(Runnable operation) throws SQLException {
        execute("SET GLOBAL general_log = ON");
        operation.run();
        execute("SET GLOBAL general_log = OFF");
        List<Recording.Line> lines = new ArrayList<>();
        try (Statement statement = root.createStatement();
                // In the order of the file, which is that of the statements
                ResultSet rows = statement.executeQuery("SELECT thread_id, argument FROM mysql.general_log"
                        + " WHERE command_type IN ('Query', 'Execute') AND thread_id <> CONNECTION_ID()")) {
            while (rows.next()) {
                lines.add(new Recording.Line(rows.getInt(1), rows.getString(2).strip()));
            }
        }
        execute("TRUNCATE TABLE mysql.general_log");
        return Recording.byTransaction(lines);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }
}
