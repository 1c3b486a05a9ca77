/**
 * What the application changes in the application server that runs it, where that server has no setting for it: its answers to malformed
 * requests. All of this is found in the running server by reflection, because it is not part of any API.
 *
 * <p>Promised: on a server that is not as expected, a warning says what is missing, and the application runs. Out of scope: what filters
 * and resources can do by themselves ({@code rest}).
 */
package org.sipprovisioning.server;
