/**
 * The self-healing {@link javax.sql.DataSource} behind {@code java:app/jdbc/provisioning}.
 *
 * <p>A container pools our light logical connections; each takes a physical one from a HikariCP pool when work begins
 * and gives it back when the work is over. So a database that was stopped or hung is well again with the first request
 * after it is back, on servers whose own pools cannot validate connections (docs/adr/0002).
 *
 * <p>Depends on the JDK, HikariCP and the two drivers only: Open Liberty loads it from a jar of its own, in a class
 * loader of its own. Out of scope: XA, databases other than H2 and MariaDB, the schema.
 */
package org.sipprovisioning.datasource;
