/**
 * What the in-container tests ({@code *IT}) stand on: the server under test, the database under test, HTTP as it is on
 * the wire, and servers of a test's own.
 *
 * <p>The suite is run twice by {@code mvn verify}, on H2 and on MariaDB, each time on one server that holds one
 * deployment of the WAR. The Maven profile says which server; on WildFly and Open Liberty only the tests tagged {@code
 * smoke} run on H2. Tests are clients: they see what a phone sees. A test class says {@link
 * org.sipprovisioning.it.InServer @InServer} and uses {@link org.sipprovisioning.it.Server#suite()} and {@link
 * org.sipprovisioning.it.Database}. All tests share the server and its data: let each make accounts of its own.
 */
package org.sipprovisioning.it;
