package org.sipprovisioning.space;

import java.net.URI;
import java.util.Optional;

/**
 * Who issues the tokens (OpenID Connect) that prove the accounts of a space. Its keys are either fetched or given.
 *
 * @param issuer as in the tokens' {@code iss}
 * @param jwksUrl where the issuer publishes its keys (RFC 7517 §5)
 * @param publicKey its one key (PEM)
 * @param audience what the tokens' {@code aud} must hold
 * @param claim which one names the account
 */
public record SingleSignOn(
        String issuer, Optional<URI> jwksUrl, Optional<String> publicKey, String audience, Optional<String> claim) {}
