/**
 * What the application changes in the application server that runs it, where that server has no setting for it: its answers to malformed
 * requests, and the time at which its ports are open. All of this is found in the running server by reflection, because it is not part of
 * any API.
 *
 * <p>Promised: with the files that are shipped, a server that starts or stops never answers 404 or 500. On a server that is not as
 * expected, a warning says what is missing, and the rest works. Out of scope: what filters and resources can do by themselves
 * ({@code rest}).
 */
package org.sipprovisioning.server;
