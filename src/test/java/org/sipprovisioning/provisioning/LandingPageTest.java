package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LandingPageTest {

    private static final String URL = "https://sip.example.org/provisioning/token?reset_password";

    @Test
    void allowsExactlyItsOwnStyle() throws Exception {
        String html = new LandingPage(URL).html();
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));

        assertThat(style).isNotBlank().doesNotContain("\r");
        assertThat(LandingPage.CONTENT_SECURITY_POLICY)
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Test
    void needsNothingThatThePolicyForbids() {
        assertThat(new LandingPage(URL).html())
                .containsOnlyOnce("<style>")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("<form")
                .doesNotContainPattern("\\s(?:style|on\\w+)=")
                .doesNotContainPattern("\\{[a-z-]+}");
    }

    @Test
    void showsTheUrlItsCodeAndTheAppsLink() {
        assertThat(new LandingPage(URL).html())
                .contains("value=\"" + URL + "\"")
                .contains("href=\"linphone-config:https://sip.example.org/provisioning/token?reset_password\"")
                .contains(new QrCode(URL).svg(300))
                .contains("noindex");
    }

    /** No app requests an http URL because of a link. */
    @Test
    void saysWhyPlainHttpHasNoButton() {
        String url = "http://127.0.0.1:8080/provisioning/t";

        assertThat(new LandingPage(url).html())
                .doesNotContain("href", "linphone-config", "Open in Linphone", "Or scan")
                .contains("because this address begins with <b>http:</b>", "<p>Scan this code")
                .contains("value=\"" + url + "\"")
                .contains(new QrCode(url).svg(300))
                .doesNotContainPattern("\\{[a-z-]+}");
    }

    @Test
    void escapesTheUrl() {
        assertThat(new LandingPage("https://a/\"><b>&amp;$1{style}").html())
                .contains("value=\"https://a/&quot;&gt;&lt;b&gt;&amp;amp;$1{style}\"")
                .contains("href=\"linphone-config:https://a/&quot;&gt;&lt;b&gt;&amp;amp;$1{style}\"")
                .doesNotContain("<b>");
    }
}
