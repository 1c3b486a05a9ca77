package org.sipprovisioning.space;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads the X.509 certificates (PEM) of the authorities that issue client certificates to a space's devices. */
public final class CaCertificates {
    private static final int KEY_CERT_SIGN = 5;

    private CaCertificates() {}

    /**
     * Reads one or more certificates.
     *
     * @throws IllegalArgumentException with the reason, if the text is not PEM of certificates, or if one of them is not an authority's
     */
    public static List<X509Certificate> parse(String text) {
        List<X509Certificate> certificates = Pem.read("CERTIFICATE", text).stream()
                .map(CaCertificates::certificate)
                .toList();
        if (!certificates.stream().allMatch(CaCertificates::mayIssue)) {
            throw new IllegalArgumentException("must hold certificates of authorities only (basicConstraints CA)");
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("must hold X.509 certificates", e);
        }
    }

    /** Whether the holder may issue certificates: basicConstraints (RFC 5280 §4.2.1.9) and, if present, keyUsage (§4.2.1.3). */
    private static boolean mayIssue(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }
}
