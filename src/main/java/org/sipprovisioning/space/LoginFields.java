package org.sipprovisioning.space;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sipprovisioning.request.Fields;

/** Reads what the API sends of a space's logins. */
final class LoginFields {
    private static final String OIDC = "oidc";
    private static final String JWKS_URL = "jwks_url";
    private static final String PUBLIC_KEY = "public_key";
    private static final int MAX_URL = 1_024;
    private static final int MAX_NAME = 255;
    private static final int MAX_PEM = 1 << 16;

    private final Fields fields;
    private final boolean allowPrivate;

    LoginFields(Fields fields, boolean allowPrivate) {
        this.fields = fields;
        this.allowPrivate = allowPrivate;
    }

    void applyTo(Logins logins) {
        fields.object(OIDC, sent -> logins.signOnBy(sent.map(this::singleSignOn)));
        fields.flag("digest_and_bearer", logins::offerDigestAndBearer);
        pem(fields, "client_certificate_ca", CaCertificates::parse, logins::trustClientCertificatesOf);
    }

    private SingleSignOn singleSignOn(Fields sent) {
        String[] texts = new String[4];
        URI[] jwksUrl = new URI[1];
        sent.require("issuer", "audience");
        sent.value("issuer", MAX_URL, LoginFields::issuer, text -> texts[0] = text);
        sent.text("audience", MAX_NAME, text -> texts[1] = text);
        sent.text("claim", MAX_NAME, text -> texts[2] = text);
        sent.value(JWKS_URL, MAX_URL, text -> JwksUrl.parse(text, allowPrivate), url -> jwksUrl[0] = url);
        pem(sent, PUBLIC_KEY, PublicKeyPem::parse, text -> texts[3] = text);
        if (sent.isFilled(JWKS_URL) == sent.isFilled(PUBLIC_KEY)) {
            fields.reject(OIDC, "must have either jwks_url or public_key");
        }
        return new SingleSignOn(
                texts[0],
                Optional.ofNullable(jwksUrl[0]),
                Optional.ofNullable(texts[3]),
                texts[1],
                Optional.ofNullable(texts[2]));
    }

    /** Kept as it was sent, and compared so (OpenID Connect Core §2). */
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

    /** Of several lines, which are all that they may hold besides what the parser takes. */
    private static void pem(Fields sent, String name, Consumer<String> parser, Consumer<String> target) {
        sent.rawText(name, MAX_PEM, text -> {
            try {
                if (!text.isEmpty()) {
                    parser.accept(text);
                }
                target.accept(text.isEmpty() ? null : text);
            } catch (IllegalArgumentException e) {
                sent.reject(name, e.getMessage());
            }
        });
    }
}
