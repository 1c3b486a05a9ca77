package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Builds the answers that are not JSON: documents, pages and pictures. Each has one content type, whatever the request accepts. */
final class Answers {

    private Answers() {}

    static Response html(String page, String contentSecurityPolicy) {
        return of("text/html;charset=utf-8", page.getBytes(UTF_8))
                .header("Content-Security-Policy", contentSecurityPolicy)
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    static Response.ResponseBuilder of(String contentType, byte[] body) {
        return Response.ok(body).header(HttpHeaders.CONTENT_TYPE, contentType);
    }
}
