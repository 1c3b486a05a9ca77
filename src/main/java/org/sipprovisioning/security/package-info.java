/**
 * Authenticates the callers: one Jakarta Security mechanism with four identity stores, for API keys, HTTP Digest, OpenID Connect tokens and
 * client certificates. Keeps the nonces of Digest and the common secret of the nodes, writes the challenges, and tells why a caller was
 * denied. Changes the caller's own password, and deletes expired data.
 *
 * <p>An unknown account gets the same answer as a wrong credential. A Digest response is accepted once, whichever node gets it. If
 * the database is not available, a resource that needs a role answers 503 and not 401.
 *
 * <p>Out of scope: the API keys themselves ({@code security.apikey}), the signatures of tokens and the issuers' keys
 * ({@code security.jwt}), provisioning and auth tokens and their guard ({@code token}), the limits of failed attempts
 * ({@code request}), the roles of an account ({@code account}) and the bodies of errors ({@code rest}). Knows nothing of provisioning.
 */
package org.sipprovisioning.security;
