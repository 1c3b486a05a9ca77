package org.sipprovisioning.space;

import java.net.URI;
import java.util.Optional;

/**
 * The OpenID Connect issuer whose tokens authenticate the accounts of a space. Either its keys are fetched, or its one key is given.
 *
 * @param issuer the value of the tokens' {@code iss}
 * @param jwksUrl the URL at which the issuer publishes its keys (RFC 7517 §5)
 * @param publicKey the issuer's one key (PEM)
 * @param audience a value that the tokens' {@code aud} must contain
 * @param claim the name of the claim that names the account; empty for {@code sip_identity}, or {@code email} in a token without it
 */
public record SingleSignOn(
        String issuer, Optional<URI> jwksUrl, Optional<String> publicKey, String audience, Optional<String> claim) {}
