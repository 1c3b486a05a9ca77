/**
 * API keys: admins make and revoke them, users get one for their account, and programs send them in the header {@code x-api-key}. At the
 * first start on an empty database, this package creates the first space, its admin and the admin's key.
 *
 * <p>A key is shown once, and only its hash is stored. A revoked key is refused at once. A user's key is deleted when access is withdrawn
 * or the password changes, in the same transaction. The first admin's key stands in a file that only its owner can read, and in no log.
 *
 * <p>Out of scope: the authentication of a request by a key ({@code security}), and auth tokens ({@code token}).
 */
package org.sipprovisioning.security.apikey;
