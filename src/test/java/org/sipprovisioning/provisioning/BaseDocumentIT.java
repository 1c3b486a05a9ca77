package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Server;

/** Tests {@code /provisioning}, which needs no credentials. */
@InServer
class BaseDocumentIT {
    private final Phone phone = Phone.suite();

    @Test
    void isWhatLiblinphoneTakes() {
        Answer answer = phone.get("/provisioning");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.headers()).doesNotContainKeys("transfer-encoding", "content-encoding");
        assertPrivate(answer);
        assertThat(PhoneConfig.read(answer.body()).lines())
                .containsExactly(overwriting(
                        "misc",
                        "contacts-vcard-list",
                        Server.suite().uri("/contacts/vcard").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "image/png", "application/xml;q=0", "nonsense"})
    void anyAcceptGetsXml(String accept) {
        assertThat(phone.with("Accept", accept).get("/provisioning").body())
                .isEqualTo(phone.get("/provisioning").body());
    }

    @Test
    void isNotCompressed() {
        Answer answer = phone.with("Accept-Encoding", "gzip, deflate, br").get("/provisioning");

        assertThat(answer.headers()).doesNotContainKey("content-encoding");
        PhoneConfig.read(answer.body());
    }

    @Test
    void isNeverAnswered304() {
        assertThat(phone.with("If-None-Match", "*")
                        .with("If-Modified-Since", "Fri, 31 Dec 2038 23:59:59 GMT")
                        .get("/provisioning")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isNeverAnswered206() {
        assertThat(phone.with("Range", "bytes=0-9").get("/provisioning").status())
                .isEqualTo(200);
    }

    @Test
    void headAnswersAsGet() {
        Answer answer = phone.head("/provisioning");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertPrivate(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) {
        Answer answer = phone.send(method, "/provisioning");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", *")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        assertPrivate(answer);
        assertThat(answer.text()).doesNotContain("<config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown.example.com", "unknown.example.com:8080", "127.0.0.1.example.com", "[2001:db8::1]"})
    void unknownHostIsRefusedNamingTheSetting(String host) {
        Answer answer = phone.host(host).get("/provisioning");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.text()).contains("provisioning.public-url", "provisioning.allowed-hosts");
        assertPrivate(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.8.9.10:99", "[::1]:8080"})
    void loopbackNameIsKept(String host) {
        assertThat(phone.host(host).config("/provisioning").value("misc", "contacts-vcard-list"))
                .isEqualTo("http://" + host.toLowerCase(java.util.Locale.ROOT) + "/contacts/vcard");
    }

    @Test
    void forwardingHeadersOfAStrangerAreIgnored() {
        Phone liar = phone.with("X-Forwarded-Host", "evil.example.com")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Port", "444")
                .with("Forwarded", "host=evil.example.com;proto=https");

        assertThat(liar.get("/provisioning").body())
                .isEqualTo(phone.get("/provisioning").body());
    }

    private static void assertPrivate(Answer answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers()).doesNotContainKeys("set-cookie", "server", "x-powered-by");
    }
}
