package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a person sees who opens a provisioning URL in a browser: how to get it into the phone. Uses nothing up. */
record LandingPage(String url) {
    private static final int QR_CODE_PIXELS = 300;
    private static final String TEMPLATE = resource("landing.html");
    private static final String STYLE = resource("landing.css");
    /** Nothing but our own style, which the policy names by its hash. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    String html() {
        return TEMPLATE.replace("{style}", STYLE)
                .replace("{app-url}", escape(url.replaceFirst("^https?:", "linphone-config:")))
                .replace("{url}", escape(url))
                .replace("{qr-code}", new QrCode(url).svg(QR_CODE_PIXELS));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = LandingPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The WAR lacks " + name, e);
        }
    }
}
