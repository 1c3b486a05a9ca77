package org.sipprovisioning.space;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sipprovisioning.request.Fields;

/** Reads the fields of a space's logins from the body of an API request. */
final class LoginFields {
    private static final String OIDC = "oidc";
    private static final String JWKS_URL = "jwks_url";
    private static final String PUBLIC_KEY = "public_key";
    private static final int MAX_URL = 1_024;
    private static final int MAX_NAME = 255;
    private static final int MAX_PEM = 1 << 16;

    private final Fields fields;
    private final boolean allowPrivate;

    /** @param allowPrivate whether keys of single sign-on may be fetched from private addresses */
    LoginFields(Fields fields, boolean allowPrivate) {
        this.fields = fields;
        this.allowPrivate = allowPrivate;
    }

    /** Applies the fields that are present, and notes those that are wrong. */
    void applyTo(Logins logins) {
        fields.object(OIDC, sent -> logins.signOnBy(sent.map(this::singleSignOn)));
        fields.flag("digest_and_bearer", logins::offerDigestAndBearer);
        pem(fields, "client_certificate_ca", CaCertificates::parse)
                .ifPresent(pem -> logins.trustClientCertificatesOf(pem.isEmpty() ? null : pem));
    }

    private SingleSignOn singleSignOn(Fields sent) {
        sent.require("issuer", "audience");
        Optional<String> issuer = sent.value("issuer", MAX_URL, LoginFields::issuer);
        Optional<String> audience = sent.text("audience", MAX_NAME);
        Optional<String> claim = sent.text("claim", MAX_NAME);
        Optional<URI> jwksUrl = sent.value(JWKS_URL, MAX_URL, text -> JwksUrl.parse(text, allowPrivate));
        Optional<String> publicKey = pem(sent, PUBLIC_KEY, PublicKeyPem::parse).filter(pem -> !pem.isEmpty());
        if (sent.isFilled(JWKS_URL) == sent.isFilled(PUBLIC_KEY)) {
            fields.reject(OIDC, "must have either jwks_url or public_key");
        }
        return new SingleSignOn(issuer.orElse(null), jwksUrl, publicKey, audience.orElse(null), claim);
    }

    /** Returns the issuer as it was sent, because it is compared so (OpenID Connect Core §2). */
    private static String issuer(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && Set.of("https", "http").contains(url.getScheme())) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL", e);
        }
        throw new IllegalArgumentException("must be an https or http URL with a host");
    }

    /**
     * Returns the PEM text of a field, which has several lines; the empty text if the field is to be cleared.
     *
     * @param parser throws {@link IllegalArgumentException} with the reason
     */
    private static Optional<String> pem(Fields sent, String name, Consumer<String> parser) {
        return sent.rawText(name, MAX_PEM).filter(text -> {
            try {
                if (!text.isEmpty()) {
                    parser.accept(text);
                }
                return true;
            } catch (IllegalArgumentException e) {
                sent.reject(name, e.getMessage());
                return false;
            }
        });
    }
}
