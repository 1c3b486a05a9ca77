package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.request.FakeRequest;
import org.sipprovisioning.settings.Configured;

class VisitorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|text/html",
                "accept|application/xml;q=0.9, Text/HTML;q=0.8",
                "Accept-Language|en",
                "Accept-Language|''",
                "Sec-Fetch-Site|none",
                "sec-fetch-mode|navigate",
                "SEC-FETCH-ANYTHING|x",
                "Purpose|prefetch",
                "Sec-Purpose|prefetch",
                "User-Agent|WhatsApp/2.23.20.0",
                "User-Agent|Mozilla/5.0 (compatible; googlebot/2.1)",
                "User-Agent|facebookexternalhit/1.1",
            })
    void isABrowserByOneSignal(String name, String value) {
        FakeRequest request = FakeRequest.to("a").with(name, value);

        assertThat(visitors(request).isBrowser()).isTrue();
        assertThat(visitors(request.with("X-Linphone-Provisioning", "1")).isBrowser())
                .isFalse();
    }

    @Test
    void findsASignalInASecondLine() {
        assertThat(visitors(FakeRequest.to("a").with("Accept", "*/*").with("Accept", "text/html"))
                        .isBrowser())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User-Agent|Linphone-Desktop/5.2.4 (Debian GNU/Linux 12) LinphoneSDK/5.3.50",
                "User-Agent|LinphoneAndroid/5.2.5 (Pixel 6a) LinphoneSDK/5.3.60",
                "User-Agent|''",
                "Accept|*/*",
                "Accept|application/xml",
                "From|sip:alice@example.org",
                "Accept-Encoding|gzip",
                "X-Sec-Fetch-Site|none",
            })
    void isAPhoneWithoutASignal(String name, String value) {
        assertThat(visitors(FakeRequest.to("a").with(name, value)).isBrowser()).isFalse();
        assertThat(visitors(FakeRequest.to("a")).isBrowser()).isFalse();
    }

    @Test
    void theListOfAgentsIsTheOperators() {
        FakeRequest request = FakeRequest.to("a").with("User-Agent", "A NEWBOT/1");

        assertThat(visitors(request).isBrowser()).isFalse();
        assertThat(visitors(request, "link-preview-agents", "NewBot").isBrowser())
                .isTrue();
        assertThat(visitors(FakeRequest.to("a").with("User-Agent", "WhatsApp"), "link-preview-agents", "NewBot")
                        .isBrowser())
                .isFalse();
    }

    @Test
    void demandsTheHeaderWhereTheSettingSaysSo() {
        FakeRequest old = FakeRequest.to("a");
        FakeRequest modern = FakeRequest.to("a").with("x-linphone-provisioning", "1");

        assertThatCode(visitors(old)::requirePhone).doesNotThrowAnyException();
        assertThatCode(visitors(modern, "require-linphone-header", "true")::requirePhone)
                .doesNotThrowAnyException();
        assertThatThrownBy(visitors(old, "require-linphone-header", "true")::requirePhone)
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("Header X-Linphone-Provisioning is missing.");
    }

    private static Visitors visitors(FakeRequest request, String... settings) {
        Visitors visitors = new Visitors();
        visitors.request = request.build();
        visitors.settings = Configured.settings(settings);
        return visitors;
    }
}
