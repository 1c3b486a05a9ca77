/**
 * Provisions phones by XML documents: the base document of a space, and the document of an account, for a token or for a caller who has
 * logged in. Also answers the QR code of a token's URL, the page that a browser gets in place of a document, and the documentation. Issues
 * the provisioning tokens, because only this package knows the URLs at which they are used.
 *
 * <p>Promised: using a token up, activating the account, resetting its password and rendering the document are one transaction, so that
 * the token is still good if anything fails. A browser, HEAD and the QR code leave a token as it is. An account's document leaves
 * nothing of another account in force in the phone (docs/adr/0019).
 *
 * <p>Out of scope: the life of tokens and the throttling of guesses, which are package {@code token}; logins, which are {@code security};
 * the linphonerc grammar and the XML format, which are {@code lpconfig}; loading hooks and limiting their time, which are {@code
 * provisioning.hooks}.
 */
package org.sipprovisioning.provisioning;
