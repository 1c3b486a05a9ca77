package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests that browsers, link previews and crawlers get a page, and that the token stays valid for the phone. */
@InServer
class BrowserIT {
    private final Phone phone = Phone.suite();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|text/html",
                "Accept|text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Accept|application/xml, TEXT/HTML;q=0.1",
                "Accept-Language|de-DE",
                "Sec-Fetch-Mode|navigate",
                "sec-fetch-dest|document",
                "Sec-Fetch-Site|none",
                "Sec-Fetch-User|?1",
                "Purpose|prefetch",
                "Sec-Purpose|prefetch;prerender",
                "User-Agent|WhatsApp/2.23.20.0",
                "User-Agent|TelegramBot (like TwitterBot)",
                "User-Agent|Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "User-Agent|Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
                "User-Agent|facebookexternalhit/1.1",
                "User-Agent|Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5",
                "User-Agent|Mozilla/5.0 (compatible; googlebot/2.1)"
            })
    void getsTheLandingPageAndUsesNothingUp(String header, String value) {
        TestAccount account = account();

        assertLandingPage(phone.with(header, value).get(account.url()), account.url());

        assertThat(account.isActivated()).isFalse();
        phone.config(account.url());
    }

    @Test
    void pageKeepsTheResetAndResetsNothing() {
        TestAccount account = account();
        List<String> before = Rows.row("SELECT ha1_md5, version FROM account WHERE id = ?", account.id());
        Phone browser = phone.with("Accept", "text/html");

        assertLandingPage(browser.get(account.url() + "?reset_password=1"), account.url() + "?reset_password");
        assertLandingPage(browser.get(account.url() + "?reset_password=0"), account.url());
        assertLandingPage(browser.get(account.url() + "?site=%22%3Cb%3E"), account.url() + "?site=%22%3Cb%3E");

        assertThat(Rows.row("SELECT ha1_md5, version FROM account WHERE id = ?", account.id()))
                .isEqualTo(before);
        phone.config(account.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|*/*",
                "Accept|application/xml",
                "User-Agent|LinphoneAndroid/5.2.5 (Pixel 7) LinphoneSDK/5.3"
            })
    void whatPhonesSendIsNoSignal(String header, String value) {
        phone.with(header, value).config(account().url());
    }

    @Test
    void linphonesOwnHeaderWins() {
        phone.with("X-Linphone-Provisioning", "1")
                .with("Accept", "text/html")
                .with("Accept-Language", "fr")
                .with("User-Agent", "WhatsApp/2.0")
                .config(account().url());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example.com",
        "Origin, null"
    })
    void foreignPageIsForbiddenAndUsesNothingUp(String header, String value) {
        TestAccount account = account();
        Phone script = phone.with("X-Linphone-Provisioning", "1").with(header, value);

        Answer answer = script.get(account.url() + "?reset_password");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(answer.text()).doesNotContain("<config");
        assertThat(account.isActivated()).isFalse();
        phone.config(account.url());
    }

    @Test
    void ownPageIsNotForeign() {
        TestAccount account = account();
        String own = account.url().replaceFirst("/provisioning/.*", "");

        phone.with("X-Linphone-Provisioning", "1")
                .with("Sec-Fetch-Site", "same-origin")
                .with("Origin", own)
                .config(account.url());
    }

    @Test
    void headByABrowserUsesNothingUp() {
        TestAccount account = account();

        assertThat(phone.with("Accept", "text/html").head(account.url()).status())
                .isEqualTo(200);
        phone.config(account.url());
    }

    private static void assertLandingPage(Answer answer, String url) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(answer.text())
                .contains("because this address begins with <b>http:</b>")
                .contains("value=\"" + url + "\"")
                .contains("noindex")
                .doesNotContain("<config", "<script", "href", "linphone-config");
        String svg = answer.text().replaceFirst("(?s)^.*(<svg.*</svg>).*$", "$1");
        assertThat(QrCodes.decodeSvg(svg)).isEqualTo(url);
    }
}
