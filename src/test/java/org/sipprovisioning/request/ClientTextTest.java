package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTextTest {

    @Test
    void keepsWhatFits() {
        assertThat(ClientText.clean("Linphone/5 \u00e9\ud83d\ude00", 13)).contains("Linphone/5 \u00e9\ud83d\ude00");
        assertThat(ClientText.clean("\ud83d\ude00\ud83d\ude00", 1)).contains("\ud83d\ude00");
    }

    @Test
    void leavesOutWhatBreaksALine() {
        assertThat(ClientText.clean("a\r\nb\u0000\u0085c\ud83d", 9)).contains("abc");
        assertThat(ClientText.clean("\r\n\ud83d", 9)).isEmpty();
    }
}
