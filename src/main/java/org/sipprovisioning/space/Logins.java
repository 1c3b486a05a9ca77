package org.sipprovisioning.space;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.net.URI;
import java.util.Optional;

/** The ways in which the accounts of a space can log in, besides API keys: Digest, OpenID Connect and client certificates. */
@Embeddable
public class Logins {
    @Column(name = "oidc_issuer")
    private String issuer;

    @Column(name = "oidc_jwks_url")
    private String jwksUrl;

    @Column(name = "oidc_public_key")
    private String publicKey;

    @Column(name = "oidc_audience")
    private String audience;

    @Column(name = "oidc_claim")
    private String claim;

    @Column(name = "digest_and_bearer")
    private boolean digestAndBearer;

    @Column(name = "client_certificate_ca")
    private String clientCertificateCa;

    /** Whether accounts can log in by a token of OpenID Connect. */
    public boolean offerBearer() {
        return issuer != null;
    }

    /** Whether accounts can log in by Digest: if the space has no single sign-on, or if it offers both. */
    public boolean offerDigest() {
        return !offerBearer() || digestAndBearer;
    }

    public Optional<SingleSignOn> singleSignOn() {
        return Optional.ofNullable(issuer)
                .map(present -> new SingleSignOn(
                        present,
                        Optional.ofNullable(jwksUrl).map(URI::create),
                        Optional.ofNullable(publicKey),
                        audience,
                        Optional.ofNullable(claim)));
    }

    /** Returns the certificates (PEM) of the authorities that issue client certificates to the space's devices. */
    public Optional<String> clientCertificateCa() {
        return Optional.ofNullable(clientCertificateCa);
    }

    boolean digestAndBearer() {
        return digestAndBearer;
    }

    void signOnBy(Optional<SingleSignOn> singleSignOn) {
        issuer = singleSignOn.map(SingleSignOn::issuer).orElse(null);
        jwksUrl = singleSignOn.flatMap(SingleSignOn::jwksUrl).map(URI::toString).orElse(null);
        publicKey = singleSignOn.flatMap(SingleSignOn::publicKey).orElse(null);
        audience = singleSignOn.map(SingleSignOn::audience).orElse(null);
        claim = singleSignOn.flatMap(SingleSignOn::claim).orElse(null);
    }

    void offerDigestAndBearer(boolean both) {
        digestAndBearer = both;
    }

    /** @param pem certificates of authorities; null for none */
    void trustClientCertificatesOf(String pem) {
        clientCertificateCa = pem;
    }
}
