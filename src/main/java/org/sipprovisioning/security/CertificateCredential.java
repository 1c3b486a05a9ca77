package org.sipprovisioning.security;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The certificate that the client has shown to the server in TLS, with those that it sent along: its own first. */
final class CertificateCredential extends RequestCredential {
    private final List<X509Certificate> chain;
    private String claimedUri;

    CertificateCredential(List<X509Certificate> chain) {
        this.chain = chain;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /** Once a space's authority was seen to say so. */
    void claim(String uri) {
        claimedUri = uri;
    }

    @Override
    Optional<String> claimedUri() {
        return Optional.ofNullable(claimedUri);
    }

    @Override
    String way() {
        return "client_certificate";
    }
}
