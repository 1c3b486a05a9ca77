package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.account.Secret;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https,a,-1,'',https://a",
        "https,a,443,/,https://a",
        "https,a,80,'',https://a:80",
        "http,a,80,'',http://a",
        "http,a,443,'',http://a:443",
        "http,a,8080,/p,http://a:8080/p",
        "https,[::1],8443,/p//,https://[::1]:8443/p",
        "https,a,-1,///,https://a",
    })
    void beginsUrls(String scheme, String host, int port, String path, String prefix) {
        Origin origin = Origin.of(scheme, host, port, path);

        assertThat(origin.contacts()).isEqualTo(prefix + "/contacts/vcard");
        assertThat(origin.me()).isEqualTo(prefix + "/provisioning/me");
        assertThat(origin.provisioning(new Secret("t"), "")).isEqualTo(prefix + "/provisioning/t");
        assertThat(origin.provisioning(new Secret("t"), "reset_password"))
                .isEqualTo(prefix + "/provisioning/t?reset_password");
        assertThat(origin.qrCode(new Secret("t"))).isEqualTo(prefix + "/provisioning/qrcode/t");
    }

    @Test
    void isSerializedWithoutThePath() {
        assertThat(Origin.of("https", "a", 8443, "/p").serialized()).isEqualTo("https://a:8443");
    }
}
