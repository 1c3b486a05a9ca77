/**
 * What happens if the application cannot start. The data source uses this package too, and Open Liberty loads both without the rest of the
 * application: it imports nothing.
 *
 * <p>Promised: with {@code provisioning.exit-on-failed-start=true} the process ends with status 1, and one line on standard error says why,
 * without a secret. Otherwise nothing happens here. Out of scope: failures that no code of this application sees, such as a port in use on
 * WildFly and Open Liberty.
 */
package org.sipprovisioning.start;
