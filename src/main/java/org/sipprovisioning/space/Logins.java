package org.sipprovisioning.space;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.net.URI;
import java.util.Optional;

/** How the accounts of a space may prove who they are, besides by their keys. */
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

    /** By a token of OpenID Connect. */
    public boolean offerBearer() {
        return issuer != null;
    }

    /** By Digest: where there is no single sign-on, or the two are offered beside each other. */
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

    /** Certificates (PEM) of those who issue certificates to the space's devices. */
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

    void trustClientCertificatesOf(String pem) {
        clientCertificateCa = pem;
    }
}
