/**
 * The tokens and keys of OpenID Connect issuers: checks a token's signature and claims, fetches the issuers' keys and caches them.
 *
 * <p>Fetches by HTTPS only, within a limit of time and size, at most once a minute for each URL and node, and not from private addresses
 * unless the operator allows it. Accepts asymmetric signatures only.
 *
 * <p>Out of scope: which accounts a token authenticates ({@code security}), which issuers a space trusts ({@code space}), logging in at an
 * issuer, and refreshing tokens: clients do that.
 */
package org.sipprovisioning.security.jwt;
