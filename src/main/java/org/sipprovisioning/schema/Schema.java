package org.sipprovisioning.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;

/** Migrates the schema of one database to the version that this application needs, and checks the result. */
final class Schema {
    /** Stands here and is not taken from Flyway, which on Open Liberty may find no migrations and report success. */
    static final MigrationVersion EXPECTED = MigrationVersion.fromVersion("6");

    private static final Map<String, String> ON_H2 = Map.of("table_options", "", "long_text", "VARCHAR(1048576)");

    private static final Map<String, String> ON_MARIADB = Map.of(
            // NOPAD: keys are compared byte by byte, with their trailing spaces, as on H2.
            "table_options", "ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
            "long_text", "LONGTEXT");

    private final DataSource dataSource;

    Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Applies the migrations that are missing.
     *
     * @return how many migrations were applied
     * @throws IllegalStateException if the database cannot be used, a migration fails, or the version is not the expected one
     */
    int migrate() {
        try {
            Flyway flyway = flyway();
            requireNotNewer(flyway);
            int applied = migrate(flyway);
            requireExpected(current(flyway));
            return applied;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database cannot be used: " + e.getMessage()
                            + ". Check that it runs, and PROVISIONING_DB_URL, _USER and _PASSWORD.",
                    e);
        } catch (FlywayException e) {
            throw new IllegalStateException("The database schema could not be migrated: " + e.getMessage(), e);
        }
    }

    private int migrate(Flyway flyway) throws SQLException {
        try (ClusterLock lock = new ClusterLock(dataSource)) {
            return Flyway.configure(Schema.class.getClassLoader())
                    .configuration(flyway.getConfiguration())
                    .callbacks(flyway.info().pending().length > 0 ? new Callback[] {lock} : new Callback[0])
                    .load()
                    .migrate()
                    .migrationsExecuted;
        }
    }

    private Flyway flyway() throws SQLException {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .placeholders(dialect())
                .load();
    }

    private Map<String, String> dialect() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            return h2 ? ON_H2 : ON_MARIADB;
        }
    }

    private static MigrationVersion current(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        return current == null ? MigrationVersion.EMPTY : current.getVersion();
    }

    private static void requireNotNewer(Flyway flyway) {
        MigrationVersion current = current(flyway);
        if (current.compareTo(EXPECTED) > 0) {
            requireExpected(current);
        }
    }

    private static void requireExpected(MigrationVersion current) {
        if (!current.equals(EXPECTED)) {
            throw new IllegalStateException("The database schema is at version " + current
                    + ", this application needs " + EXPECTED
                    + ". Start the version of the application that belongs to it, or restore a backup.");
        }
    }
}
