package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.UnknownHost;
import org.sipprovisioning.request.FakeRequest;
import org.sipprovisioning.settings.Configured;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class OriginsTest {

    private static final Settings WITHOUT_URL = Configured.settings("allowed-hosts", "phones.example.org");
    private static final Settings WITH_URL = Configured.settings("public-url", "https://Public.Example.org:8443/p/");

    private final Space standard = SampleSpaces.of("sip.example.org");
    private final Space other = SampleSpaces.of("other.example", "{'host':'prov.other.example'}");

    @Test
    void findsTheSpaceByTheRequestsHost() {
        assertThat(origins(WITHOUT_URL, FakeRequest.to("PROV.other.example:8080"))
                        .space())
                .isSameAs(other);
        assertThat(origins(WITHOUT_URL, FakeRequest.to("other.example")).space())
                .isSameAs(standard);
        assertThat(origins(WITHOUT_URL, FakeRequest.to("localhost")).space()).isSameAs(standard);
        assertThat(origins(WITHOUT_URL, FakeRequest.to("")).space()).isSameAs(standard);
    }

    @Test
    void givesOutThePublicUrlWhateverTheRequestsHost() {
        Origins origins = origins(WITH_URL, FakeRequest.to("evil.example"));

        assertThat(origins.of(standard).me()).isEqualTo("https://public.example.org:8443/p/provisioning/me");
        assertThat(origins.of(other).me()).isEqualTo("https://prov.other.example:8443/p/provisioning/me");
        assertThatCode(origins::requireKnownHost).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip.example.org",
                "SIP.example.org:8080",
                "prov.other.example",
                "phones.example.org:1",
                "localhost:8080",
                "127.0.0.1",
                "[::1]:8080"
            })
    void givesOutTheRequestsHostWhereItIsKnown(String host) {
        Origins origins = origins(WITHOUT_URL, FakeRequest.to(host));

        assertThat(origins.of(standard).serialized()).isEqualToIgnoringCase("http://" + host);
        assertThatCode(origins::requireKnownHost).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "other.example", "sip.example.org.evil.example", "xsip.example.org", "192.0.2.1",
                "localhost.evil.example", "", "a b", "sip.example.org:0", "sip.example.org@evil.example"
            })
    void refusesAnyOtherHostAndSaysWhichSettingToSet(String host) {
        Origins origins = origins(WITHOUT_URL, FakeRequest.to(host));

        assertThatThrownBy(origins::requireKnownHost)
                .isInstanceOf(UnknownHost.class)
                .hasMessageContaining("provisioning.public-url")
                .hasMessageContaining("PROVISIONING_PUBLIC_URL")
                .hasMessageContaining("provisioning.allowed-hosts")
                .hasMessageContaining("PROVISIONING_ALLOWED_HOSTS");
        assertThatThrownBy(() -> origins.of(standard)).isInstanceOf(UnknownHost.class);
    }

    @Test
    void knowsItsOwnPages() {
        assertThat(origins(WITHOUT_URL, FakeRequest.to("sip.example.org:8080")).isOwn("http://sip.example.org:8080"))
                .isTrue();
        assertThat(origins(WITHOUT_URL, FakeRequest.to("sip.example.org:80")).isOwn("http://sip.example.org"))
                .isTrue();
        assertThat(origins(WITH_URL, FakeRequest.to("backend:8080")).isOwn("https://public.example.org:8443"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://sip.example.org:8080",
                "http://sip.example.org",
                "http://sip.example.org:8081",
                "http://evil.example:8080",
                "http://sip.example.org:8080.evil.example",
                "http://sip.example.org:8080/"
            })
    void takesNoOtherPageForItsOwn(String origin) {
        assertThat(origins(WITHOUT_URL, FakeRequest.to("sip.example.org:8080")).isOwn(origin))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "Same-Origin"})
    void foreignSitesAreRefused(String site) {
        ForeignPages pages = pages(FakeRequest.to("sip.example.org").with("Sec-Fetch-Site", site));

        assertThatThrownBy(pages::refuse).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://sip.example.org"})
    void foreignOriginsAreRefused(String origin) {
        ForeignPages pages = pages(FakeRequest.to("sip.example.org")
                .with("Sec-Fetch-Site", "same-origin")
                .with("Origin", origin));

        assertThatThrownBy(pages::refuse).isInstanceOf(Forbidden.class);
    }

    @Test
    void ownPagesAndPhonesAreNot() {
        assertThatCode(() -> pages(FakeRequest.to("sip.example.org")).refuse()).doesNotThrowAnyException();
        assertThatCode(() -> pages(FakeRequest.to("sip.example.org").with("Sec-Fetch-Site", "none"))
                        .refuse())
                .doesNotThrowAnyException();
        assertThatCode(() -> pages(FakeRequest.to("sip.example.org")
                                .with("Sec-Fetch-Site", "same-origin")
                                .with("Origin", "http://sip.example.org"))
                        .refuse())
                .doesNotThrowAnyException();
    }

    private ForeignPages pages(FakeRequest request) {
        ForeignPages pages = new ForeignPages();
        pages.request = request.build();
        pages.origins = origins(WITHOUT_URL, request);
        return pages;
    }

    private Origins origins(Settings settings, FakeRequest request) {
        Origins origins = new Origins();
        origins.settings = settings;
        origins.target = request.target(settings);
        origins.spaces = SampleSpaces.catalog(settings, standard, other);
        return origins;
    }
}
