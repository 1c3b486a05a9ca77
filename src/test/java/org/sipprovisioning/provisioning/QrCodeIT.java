package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /provisioning/qrcode/{token}}, which shows the provisioning URL to a phone's camera. */
@InServer
class QrCodeIT {
    private final Phone phone = Phone.suite();

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "?reset_password,?reset_password",
        "?reset_password=true,?reset_password",
        "?reset_password=0,''",
        "?site=a%20b&format=png&reset_password&x=1,?reset_password&site=a%20b&x=1",
        "?site=%22%3C,?site=%22%3C"
    })
    void pngHoldsTheUrlAndUsesNothingUp(String query, String queryOfTheUrl) {
        TestAccount account = account();
        List<String> before = Rows.row("SELECT ha1_md5, version FROM account WHERE id = ?", account.id());

        Answer answer = phone.get(code(account) + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Qrcode-URL")).isEqualTo(account.url() + queryOfTheUrl);
        BufferedImage image = QrCodes.image(answer.body());
        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(image.getHeight()).isEqualTo(300);
        assertThat(QrCodes.decode(image)).isEqualTo(account.url() + queryOfTheUrl);
        assertThat(Rows.row("SELECT ha1_md5, version FROM account WHERE id = ?", account.id()))
                .isEqualTo(before);
        phone.config(account.url());
    }

    @Test
    void svgHoldsTheUrl() throws Exception {
        TestAccount account = account();

        Answer answer = phone.get(code(account) + "?format=svg&size=500&reset_password");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.header("X-Qrcode-URL")).isEqualTo(account.url() + "?reset_password");
        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(answer.body()))
                        .getDocumentElement()
                        .getAttribute("width"))
                .isEqualTo("500");
        assertThat(QrCodes.decodeSvg(answer.text())).isEqualTo(account.url() + "?reset_password");
        phone.assertLive(account.token());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 299, 1000})
    void sizeIsTheImages(int size) {
        TestAccount account = account();

        BufferedImage image = QrCodes.image(
                phone.get(code(account) + "?format=png&size=" + size).body());

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(QrCodes.decode(image)).isEqualTo(account.url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=99",
                "size=1001",
                "size=0",
                "size=-300",
                "size=300.0",
                "size=",
                "size=99999999999",
                "size=0x1F4",
                "format=gif",
                "format=SVG",
                "format=",
                "format=svg%00"
            })
    void otherFormsAreRefused(String query) {
        TestAccount account = account();

        Answer answer = phone.get(code(account) + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void browserGetsTheImageToo() {
        TestAccount account = account();

        Answer answer = phone.with("Accept", "text/html,image/*;q=0.8")
                .with("Sec-Fetch-Dest", "image")
                .get(code(account));

        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void aQueryThatFitsIntoNoCodeIsRefused() {
        TestAccount account = account();

        assertThat(phone.get(code(account) + "?site=" + "x".repeat(996)).status())
                .isEqualTo(400);
        assertThat(phone.get(code(account) + "?site=" + "x".repeat(995)).status())
                .isEqualTo(200);
        phone.assertLive(account.token());
    }

    @Test
    void urlIsOfTheHostThatWasAsked() {
        String space = hostedSpace();
        TestAccount account = account(space);

        Answer answer = phone.host(space + ":8443").get(code(account));

        assertThat(answer.header("X-Qrcode-URL"))
                .isEqualTo("http://" + space + ":8443/provisioning/" + account.token());
        assertThat(QrCodes.decode(QrCodes.image(answer.body()))).isEqualTo(answer.header("X-Qrcode-URL"));
    }

    @Test
    void headAnswersAsGet() {
        TestAccount account = account();

        assertThat(phone.head(code(account)).status()).isEqualTo(200);
        phone.config(account.url());
        assertThat(phone.head(code(account)).status()).isEqualTo(404);
    }

    @Test
    void ticketNamesItsCode() {
        TestAccount account = account().issue();

        assertThat(account.json().getString("provisioning_qrcode_url"))
                .isEqualTo(Server.suite()
                        .uri("/provisioning/qrcode/" + account.token())
                        .toString());
    }

    private static String code(TestAccount account) {
        return "/provisioning/qrcode/" + account.token();
    }
}
