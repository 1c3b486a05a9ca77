/**
 * Spaces: the SIP domains that we serve, each with its own realm, registrar, linphonerc entries, app flags and address books. Keeps all
 * of them in memory for the requests that name no account, and the base of a space's documents with them. Says what of a document's SIP
 * sections a phone could not use. Knows no accounts: who does is told by events before a space's realm changes or a space goes.
 */
package org.sipprovisioning.space;
