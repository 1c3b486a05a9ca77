package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.account.Secret;

/** Reads the credential of a request: its API key, else the header {@code Authorization}, else the client certificate of its connection. */
final class CredentialReader {
    private static final String API_KEY = "x-api-key";
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    /**
     * The request attribute in which tls.cli puts the client's own certificate on WildFly, which provides the certificates of a request
     * only after the login. A client cannot set it.
     */
    private static final String CERTIFICATE_PEM = "org.sipprovisioning.client_certificate";

    /** RFC 9110 §11.4. */
    private static final Pattern SCHEME_AND_REST = Pattern.compile("([A-Za-z]+) +(.*)");

    private CredentialReader() {}

    static Optional<RequestCredential> read(HttpServletRequest request) {
        return apiKey(request).or(() -> authorization(request)).or(() -> certificate(request));
    }

    private static Optional<RequestCredential> apiKey(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(API_KEY))
                .filter(key -> !key.isEmpty())
                .map(key -> new ApiKeyCredential(new Secret(key)));
    }

    /** Returns empty if the header stands twice, or names another scheme. */
    private static Optional<RequestCredential> authorization(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("Authorization"));
        Matcher matcher = SCHEME_AND_REST.matcher(lines.size() == 1 ? lines.get(0) : "");
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
            case "digest" -> Optional.of(DigestCredential.parse(rest, request));
            case "bearer" -> Optional.of(new BearerCredential(rest.strip()));
            default -> Optional.empty();
        };
    }

    private static Optional<RequestCredential> certificate(HttpServletRequest request) {
        if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
            return Optional.of(new CertificateCredential(List.of(chain)));
        }
        return request.getAttribute(CERTIFICATE_PEM) instanceof String pem ? certificate(pem) : Optional.empty();
    }

    private static Optional<RequestCredential> certificate(String pem) {
        try {
            X509Certificate own = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
            return Optional.of(new CertificateCredential(List.of(own)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
