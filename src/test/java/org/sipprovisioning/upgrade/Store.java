package org.sipprovisioning.upgrade;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.sipprovisioning.it.Database;

/** Databases of one kind, each with a name, and what an operator does with them. */
interface Store extends AutoCloseable {

    /** Returns the kind that the run is for. */
    static Store ofThisRun(Path directory) {
        return Database.kind() == Database.Kind.H2 ? new H2Store(directory) : new MariaDbStore(directory);
    }

    /** Creates an empty database. */
    void create(String name) throws SQLException, IOException;

    /** Returns the variables PROVISIONING_DB_* of a database, for a server. */
    Map<String, String> environment(String name);

    /** Makes the backup that docs/operations.md describes. The old server is stopped. */
    void backUp(String name) throws IOException;

    /** Creates a database from the backup. */
    void restore(String name) throws SQLException, IOException;

    /** Returns SQL for a table with one column {@code n}, which has the numbers from 1 to {@code last}. */
    String numbers(int last);

    /** Returns SQL for a hash of a text in hexadecimal digits. */
    String hash(String algorithm, String text);

    @Override
    void close();

    /** Opens a connection to a database. The caller closes it. */
    default Connection connect(String name) throws SQLException {
        Map<String, String> environment = environment(name);
        return DriverManager.getConnection(
                environment.get("PROVISIONING_DB_URL"),
                environment.get("PROVISIONING_DB_USER"),
                environment.get("PROVISIONING_DB_PASSWORD"));
    }
}
