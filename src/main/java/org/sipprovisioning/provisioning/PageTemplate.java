package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page of the application: {@code NAME.html} out of the WAR, with {@code NAME.css} in place of its {@code {style}}. */
final class PageTemplate {
    private final String html;
    private final String style;

    PageTemplate(String name) {
        style = resource(name + ".css");
        html = resource(name + ".html").replace("{style}", style);
    }

    String html() {
        return html;
    }

    /** Returns a policy that lets the browser load nothing but the page's style, which the policy names by its SHA-256. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + hash(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
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
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The WAR lacks " + name, e);
        }
    }
}
