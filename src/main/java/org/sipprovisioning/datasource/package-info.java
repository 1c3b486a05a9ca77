/**
 * The self-healing {@link javax.sql.DataSource} behind {@code java:app/jdbc/provisioning}.
 *
 * <p>A container pools this package's light logical connections. Each of them takes a physical connection from a HikariCP
 * pool when work begins, and gives it back when the work is done. So the first request after an outage of the database
 * succeeds, even on servers whose own pools cannot validate connections (docs/adr/0002).
 *
 * <p>Depends on the JDK, HikariCP and the two drivers only, because Open Liberty loads it from a separate jar, in a
 * separate class loader. Out of scope: XA, databases other than H2 and MariaDB, the schema.
 */
package org.sipprovisioning.datasource;
