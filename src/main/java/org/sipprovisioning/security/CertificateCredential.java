package org.sipprovisioning.security;

import java.security.cert.X509Certificate;
import java.util.List;

/** The certificate that the client has presented in TLS, followed by the other certificates that it sent, if the server provides them. */
final class CertificateCredential extends RequestCredential {
    private final List<X509Certificate> chain;

    CertificateCredential(List<X509Certificate> chain) {
        this.chain = chain;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    String way() {
        return "client_certificate";
    }
}
