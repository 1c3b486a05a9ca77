/**
 * The base of the in-container tests ({@code *IT}): the server under test, the database under test, clients that send HTTP
 * as it is on the wire, servers that a test starts for itself, and the accounts and spaces of a test.
 *
 * <p>{@code mvn verify} runs the suite twice, on H2 and on MariaDB, each time on one server with one deployment of the WAR.
 * The Maven profile chooses the server. On WildFly and Open Liberty only the tests with the tag {@code smoke} run on H2.
 * Tests are clients: they see what a phone sees. A test class has the annotation {@link
 * org.sipprovisioning.it.InServer @InServer} and uses {@link org.sipprovisioning.it.Api}, {@link
 * org.sipprovisioning.it.Phone} and {@link org.sipprovisioning.it.Fixtures}. All tests share the server and its data, so
 * each test makes its own accounts.
 */
package org.sipprovisioning.it;
