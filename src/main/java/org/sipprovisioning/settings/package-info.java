/**
 * The operator's settings, and the value types that read a host, a port, an address range or the state of a file. Any package may use
 * them.
 *
 * <p>Promised: settings are typed, checked at the start and immutable. An invalid one prevents the start, with a message that names it and
 * does not contain a secret. The README lists all of them with their defaults.
 *
 * <p>Out of scope: the settings of the database, which package {@code datasource} reads itself, and what an admin sets for a space.
 */
package org.sipprovisioning.settings;
