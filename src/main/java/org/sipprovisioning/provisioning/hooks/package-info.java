/**
 * The operators' own code, which completes the documents of phones: jars and stylesheets in a directory, and beans in the WAR. Finds them,
 * loads them again when a file changes, and runs each within a limit of time. Does not know what a document is made of, nor when hooks run.
 */
package org.sipprovisioning.provisioning.hooks;
