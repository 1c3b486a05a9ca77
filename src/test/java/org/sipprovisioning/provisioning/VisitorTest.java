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

class VisitorTest {

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

        assertThat(visitor(request).isBrowser()).isTrue();
        assertThat(visitor(request.with("X-Linphone-Provisioning", "1")).isBrowser())
                .isFalse();
    }

    @Test
    void findsASignalInASecondLine() {
        assertThat(visitor(FakeRequest.to("a").with("Accept", "*/*").with("Accept", "text/html"))
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
        assertThat(visitor(FakeRequest.to("a").with(name, value)).isBrowser()).isFalse();
        assertThat(visitor(FakeRequest.to("a")).isBrowser()).isFalse();
    }

    @Test
    void theListOfAgentsIsTheOperators() {
        FakeRequest request = FakeRequest.to("a").with("User-Agent", "A NEWBOT/1");

        assertThat(visitor(request).isBrowser()).isFalse();
        assertThat(visitor(request, "link-preview-agents", "NewBot").isBrowser())
                .isTrue();
        assertThat(visitor(FakeRequest.to("a").with("User-Agent", "WhatsApp"), "link-preview-agents", "NewBot")
                        .isBrowser())
                .isFalse();
    }

    @Test
    void demandsTheHeaderWhereTheSettingSaysSo() {
        FakeRequest old = FakeRequest.to("a");
        FakeRequest modern = FakeRequest.to("a").with("x-linphone-provisioning", "1");

        assertThatCode(visitor(old)::requirePhone).doesNotThrowAnyException();
        assertThatCode(visitor(modern, "require-linphone-header", "true")::requirePhone)
                .doesNotThrowAnyException();
        assertThatThrownBy(visitor(old, "require-linphone-header", "true")::requirePhone)
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("Header X-Linphone-Provisioning is missing.");
    }

    private static Visitor visitor(FakeRequest request, String... settings) {
        Visitor visitor = new Visitor();
        visitor.request = request.build();
        visitor.settings = Configured.settings(settings);
        return visitor;
    }
}
