package org.sipprovisioning.datasource;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends physical connections. */
interface ConnectionSource {
    Connection getConnection() throws SQLException;
}
