package org.sipprovisioning.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.settings.Settings.FollowUp;
import org.sipprovisioning.settings.Settings.Limits;
import org.sipprovisioning.settings.Settings.ProxyHeaders;
import org.sipprovisioning.settings.Settings.UsedToken;

class SettingsTest {

    @Test
    void namesAndDefaultsOfAllSettingsArePinned() {
        Configured nothing = Configured.with();

        assertThat(nothing.read())
                .isEqualTo(new Settings(
                        Optional.empty(),
                        Set.of(),
                        List.of(),
                        ProxyHeaders.X_FORWARDED,
                        Optional.empty(),
                        false,
                        UsedToken.NOT_FOUND,
                        Optional.empty(),
                        true,
                        FollowUp.ME,
                        List.of(Settings.LINK_PREVIEW_AGENTS
                                .toLowerCase(Locale.ROOT)
                                .split(",")),
                        "sip.example.org",
                        Optional.empty(),
                        new Limits(300, 20, 0, 10),
                        false,
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ofDays(365),
                        false,
                        Path.of("data")));
        assertThat(nothing.asked())
                .containsExactly(
                        "provisioning.admin.api-key",
                        "provisioning.allowed-hosts",
                        "provisioning.audit.retention",
                        "provisioning.auth-token",
                        "provisioning.data-dir",
                        "provisioning.default-space",
                        "provisioning.exit-on-failed-start",
                        "provisioning.follow-up",
                        "provisioning.hooks.dir",
                        "provisioning.hooks.timeout",
                        "provisioning.limit.failed-logins",
                        "provisioning.limit.failed-logins-per-name",
                        "provisioning.limit.failed-token-lookups",
                        "provisioning.limit.public-posts",
                        "provisioning.link-preview-agents",
                        "provisioning.linphonerc",
                        "provisioning.oidc.allow-private",
                        "provisioning.proxy-headers",
                        "provisioning.public-url",
                        "provisioning.require-linphone-header",
                        "provisioning.token-lifetime",
                        "provisioning.trusted-proxies",
                        "provisioning.used-token");
    }

    @Test
    void readsEachOfThem() {
        Settings settings = Configured.settings(
                "public-url", " https://sip.example.net:8443/phones ",
                "allowed-hosts", "A.example.org, ,b.example.org,",
                "trusted-proxies", "10.0.0.0/8, ::1",
                "proxy-headers", "forwarded",
                "linphonerc", "/etc/base.rc",
                "require-linphone-header", "TRUE",
                "used-token", "base-document",
                "token-lifetime", "P7D",
                "auth-token", "false",
                "follow-up", "transient",
                "link-preview-agents", "FooBot, Bar Agent",
                "default-space", "Sip.Example.COM",
                "admin.api-key", "k!~",
                "limit.failed-logins", "1",
                "limit.failed-logins-per-name", "2",
                "limit.failed-token-lookups", "3",
                "limit.public-posts", "0",
                "oidc.allow-private", "true",
                "hooks.dir", "/etc/hooks",
                "hooks.timeout", "PT0.5S",
                "audit.retention", "P30D",
                "exit-on-failed-start", "true",
                "data-dir", "/var/lib/provisioning");

        assertThat(settings)
                .isEqualTo(new Settings(
                        Optional.of(URI.create("https://sip.example.net:8443/phones")),
                        Set.of("a.example.org", "b.example.org"),
                        List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1")),
                        ProxyHeaders.FORWARDED,
                        Optional.of(Path.of("/etc/base.rc")),
                        true,
                        UsedToken.BASE_DOCUMENT,
                        Optional.of(Duration.ofDays(7)),
                        false,
                        FollowUp.TRANSIENT,
                        List.of("foobot", "bar agent"),
                        "sip.example.com",
                        Optional.of("k!~"),
                        new Limits(1, 2, 3, 0),
                        true,
                        Optional.of(Path.of("/etc/hooks")),
                        Duration.ofMillis(500),
                        Duration.ofDays(30),
                        true,
                        Path.of("/var/lib/provisioning")));
    }

    @Test
    void blankIsNotSet() {
        assertThat(Configured.settings(
                        "public-url", " ",
                        "allowed-hosts", " ",
                        "token-lifetime", "\t",
                        "follow-up", " ",
                        "default-space", " ",
                        "admin.api-key", " ",
                        "data-dir", " "))
                .isEqualTo(Configured.settings());
    }

    @ParameterizedTest
    @CsvSource({
        "https://sip.example.org,https://sip.example.org",
        "http://127.0.0.1:8080/,http://127.0.0.1:8080/",
        "https://[2001:db8::1]:1/p,https://[2001:db8::1]:1/p",
        "https://sip.example.org:65535,https://sip.example.org:65535",
        "HTTPS://SIP.Example.org/Path,https://sip.example.org/Path",
    })
    void takesAPublicUrl(String value, String url) {
        assertThat(Configured.settings("public-url", value).publicUrl()).contains(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public-url|sip.example.org",
                "public-url|/provisioning",
                "public-url|ftp://sip.example.org",
                "public-url|https://",
                "public-url|https:sip.example.org",
                "public-url|https:///path",
                "public-url|https://user@sip.example.org",
                "public-url|https://user:pw@sip.example.org",
                "public-url|https://sip.example.org?",
                "public-url|https://sip.example.org/?a=b",
                "public-url|https://sip.example.org/#a",
                "public-url|https://sip.example.org:0",
                "public-url|https://sip.example.org:65536",
                "public-url|https://sip.example.org:99999999999",
                "public-url|https://sip.example.org/a b",
                "public-url|https://a_b.example.org",
                "allowed-hosts|sip.example.org:8080",
                "allowed-hosts|https://sip.example.org",
                "allowed-hosts|good.example.org,*.example.org",
                "trusted-proxies|proxy.example.org",
                "trusted-proxies|10.0.0.0/33",
                "trusted-proxies|10.0.0.1,nonsense",
                "require-linphone-header|yes",
                "require-linphone-header|1",
                "used-token|not_found",
                "used-token|NOT-FOUND",
                "used-token|404",
                "token-lifetime|7d",
                "token-lifetime|3600",
                "token-lifetime|PT0S",
                "token-lifetime|-P1D",
                "token-lifetime|P1Y",
                "token-lifetime|P10000000D",
                "hooks.timeout|PT0S",
                "hooks.timeout|PT61S",
                "audit.retention|PT0S",
                "limit.failed-logins|-1",
                "limit.failed-logins|many",
                "limit.public-posts|1.5",
                "oidc.allow-private|yes",
                "follow-up|no",
                "proxy-headers|X-Forwarded",
                "proxy-headers|both",
                "follow-up|Me",
                "default-space|sip:example.org",
                "default-space|example.org:5060",
                "default-space|two words",
                "default-space|a..b",
            })
    void refusesWhatMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> Configured.settings(name, value))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("Setting provisioning." + name + " (environment variable PROVISIONING_")
                .hasMessageMatching(".*\\) \\S.+");
    }

    @Test
    void refusesAPathThatCannotBeOne() {
        assertThatThrownBy(() -> Configured.settings("linphonerc", "a\0b"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("PROVISIONING_LINPHONERC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"se cret", "secr\u00E9t", "secret\u0001x", "secret\u007Fx"})
    void neverTellsAnApiKey(String key) {
        assertThatThrownBy(() -> Configured.settings("admin.api-key", key))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("Setting provisioning.admin.api-key (environment variable PROVISIONING_ADMIN_API_KEY)"
                        + " must be printable ASCII without spaces, to fit in a header")
                .hasNoCause();
    }

    @Test
    void namesThePropertyAndItsEnvironmentVariable() {
        assertThat(new InvalidSetting("provisioning.public-url", "is odd"))
                .hasMessage("Setting provisioning.public-url (environment variable PROVISIONING_PUBLIC_URL) is odd");
    }

    @Test
    void doesNotShowTheApiKeyWhenPrinted() {
        assertThat(Configured.settings("admin.api-key", "top-secret").toString())
                .doesNotContain("top-secret");
    }
}
