/**
 * Loads and runs the operator's own code, which completes the documents of phones: jars and stylesheets in the directory that {@code
 * provisioning.hooks.dir} names, and CDI beans of the application.
 *
 * <p>Promised: a file that changes is loaded again while the server runs, and a broken file leaves the hooks of its last good version in
 * force. Each call works on a copy of the document and has a limit of time; a hook that was too slow four times is not called any more. A
 * hook's failure is told with its name and place, without a message that may hold a secret. A stylesheet reads nothing but the document and
 * its parameters.
 *
 * <p>Out of scope: how a document is composed and when hooks run, which package {@code provisioning} decides; the types that hooks are
 * written against, which are package {@code hook}; a sandbox for hooks in Java, which are trusted.
 */
package org.sipprovisioning.provisioning.hooks;
