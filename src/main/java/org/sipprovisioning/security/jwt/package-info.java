/**
 * The tokens and keys of OpenID Connect issuers: a token's signature and claims are checked, the keys are fetched and cached. Fetches only by
 * HTTPS, within a limit of time and size, and not from private addresses unless the operator allows it.
 */
package org.sipprovisioning.security.jwt;
