/**
 * Tests with a Galera cluster: two MariaDB nodes and an arbitrator of Debian's packages, and an application server at each
 * MariaDB node. {@code .ci/galera} installs the packages and runs these tests.
 */
package org.sipprovisioning.galera;
