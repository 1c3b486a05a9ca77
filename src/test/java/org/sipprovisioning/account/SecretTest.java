package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void hasAsManyRandomBitsAsAsked() {
        assertThat(Base64.getUrlDecoder().decode(Secret.random(128).value())).hasSize(16);
        assertThat(Base64.getUrlDecoder().decode(Secret.random(256).value())).hasSize(32);
    }

    @Test
    void fitsInAUrlAsItIs() {
        assertThat(Stream.generate(() -> Secret.random(128).value()).limit(200))
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{22}"))
                .doesNotHaveDuplicates();
    }

    /** The example of FIPS 180-4. */
    @Test
    void isKeptAsItsSha256() {
        assertThat(new Secret("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void isNeverPrinted() {
        assertThat(new Secret("hunter2").toString()).doesNotContain("hunter2");
    }
}
