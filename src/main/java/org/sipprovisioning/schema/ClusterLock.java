package org.sipprovisioning.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets one node of a Galera cluster migrate at a time: Flyway's own lock there is a row lock, which the other nodes of the cluster do not
 * see. This one is an inserted row of a transaction that stays open. The transaction is streamed: the cluster replicates the row at once,
 * with its lock, and rolls it back if this session or its node ends.
 */
final class ClusterLock implements Callback, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ClusterLock.class.getName());
    private static final Set<Integer> CONFLICTS = Set.of(1205, 1213);
    private static final long PATIENCE_NANOS = TimeUnit.HOURS.toNanos(1);

    private final DataSource dataSource;
    private Connection holder;

    ClusterLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Locks between the creation of Flyway's table, which needs an empty schema, and the first migration. */
    @Override
    public boolean supports(Event event, Context context) {
        return event.getId().equals("beforeMigrate");
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (isInCluster(context.getConnection())) {
                lock(dataSource.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be locked: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "cluster lock";
    }

    private static boolean isInCluster(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW VARIABLES LIKE 'wsrep_on'")) {
            return rows.next() && rows.getString(2).equals("ON");
        }
    }

    private void lock(Connection session) throws SQLException {
        holder = session;
        execute("CREATE TABLE IF NOT EXISTS schema_lock (name VARCHAR(32) NOT NULL PRIMARY KEY) ENGINE=InnoDB");
        holder.setAutoCommit(false);
        execute("SET SESSION wsrep_trx_fragment_unit = 'statements', SESSION wsrep_trx_fragment_size = 1");
        long end = System.nanoTime() + PATIENCE_NANOS;
        if (!isLocked(end)) {
            LOG.info("Another server migrates the schema of the cluster: this one waits");
            do {
                holder.rollback();
            } while (!isLocked(end));
        }
    }

    private boolean isLocked(long end) throws SQLException {
        try {
            execute("INSERT INTO schema_lock (name) VALUES ('migration')");
            return true;
        } catch (SQLException e) {
            if (!CONFLICTS.contains(e.getErrorCode()) || System.nanoTime() > end) {
                throw e;
            }
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (holder == null) {
            return;
        }
        try (Connection held = holder) {
            held.rollback();
            execute("SET SESSION wsrep_trx_fragment_size = 0");
            held.commit();
            held.setAutoCommit(true);
        }
    }
}
