package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortKeyTest {
    @Test
    void isAShortTextItself() {
        assertThat(ShortKey.of("192.0.2.1 alice sip.example.org")).isEqualTo("192.0.2.1 alice sip.example.org");
        assertThat(ShortKey.of("")).isEmpty();
    }

    @Test
    void isTheHashOfALongText() {
        String name = "x".repeat(900);

        assertThat(ShortKey.of(name)).hasSize(23).isEqualTo(ShortKey.of("x".repeat(900)));
        assertThat(ShortKey.of(name)).isNotEqualTo(ShortKey.of(name + "y"));
        assertThat(ShortKey.of("y".repeat(8_000))).hasSize(23);
    }
}
