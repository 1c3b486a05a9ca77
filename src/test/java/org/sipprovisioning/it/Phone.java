package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.sipprovisioning.it.RawHttp.Answer;

/**
 * A client that sends requests as liblinphone does: without Accept and cookies. Further headers can make another client
 * of it, for example a browser.
 */
public final class Phone {
    private final Server server;
    private final String host;
    private final String headers;

    private Phone(Server server, String host, String headers) {
        this.server = server;
        this.host = host;
        this.headers = headers;
    }

    public static Phone suite() {
        return at(Server.suite());
    }

    public static Phone at(Server server) {
        return new Phone(server, "127.0.0.1:" + server.port(), "");
    }

    /** Returns the same client with another Host header. */
    public Phone host(String name) {
        return new Phone(server, name, headers);
    }

    public Phone with(String header, String value) {
        return new Phone(server, host, headers + header + ": " + value + "\r\n");
    }

    public Answer get(String target) {
        return send("GET", target);
    }

    public Answer head(String target) {
        return send("HEAD", target);
    }

    /** @param target path and query, or an absolute URL, of which path and query are used */
    public Answer send(String method, String target) {
        String path = target.replaceFirst("^https?://[^/]+", "");
        return server.raw()
                .send(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                        + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** Fetches a document. Asserts that the answer is one. */
    public PhoneConfig config(String target) {
        Answer answer = get(target);
        assertThat(answer.status()).as("%s: %s", target, answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        return PhoneConfig.read(answer.body());
    }

    /** Asserts that the token is valid. Does not use it. */
    public void assertLive(String token) {
        assertThat(head("/provisioning/" + token).status()).isEqualTo(200);
    }

    public void assertDead(String token) {
        assertThat(head("/provisioning/" + token).status()).isEqualTo(404);
    }
}
