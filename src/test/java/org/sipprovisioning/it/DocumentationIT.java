package org.sipprovisioning.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tests the page for integrators: it is public, and it holds nothing that a browser would fetch or run. */
@InServer
class DocumentationIT {
    private static final String PATH = "/provisioning/documentation";

    @Test
    void isAPageThatNeedsNothingElse() throws NoSuchAlgorithmException {
        HttpResponse<String> response = Server.suite().get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(response, "Content-Length"))
                .isEqualTo(String.valueOf(response.body().getBytes(UTF_8).length));
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(header(response, "Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src '" + hashOfStyle(response.body()) + "';");
        assertThat(response.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<code>GET /provisioning/{provisioning_token}</code>")
                .doesNotContain("{style}", "<script", "<link", "<img", "src=", "style=\"", "@import", "url(");
    }

    @Test
    void headSaysTheSameWithoutThePage() {
        HttpResponse<String> response =
                Server.suite().send(Server.suite().request(PATH).method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void isOnlyToBeRead() {
        HttpResponse<String> response =
                Server.suite().send(Server.suite().request(PATH).POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
    }

    @Test
    void rootPointsToIt() {
        HttpResponse<String> response = Server.suite().get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("href=\"provisioning/documentation\"");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String hashOfStyle(String page) throws NoSuchAlgorithmException {
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }
}
