package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.fault.TooLarge;

class BodiesTest {
    private static final int KIB = 1 << 10;

    private final Bodies bodies = new Bodies();

    BodiesTest() {
        bodies.target = new RequestTarget() {
            @Override
            public ClientAddress client() {
                return new ClientAddress("192.0.2.1");
            }
        };
    }

    @Test
    void callerMaySendAsMuchAsTheRouteTakes() {
        bodies.request = SentRequest.of(Optional.of("sip:a@example.org"), new byte[100 * KIB]);

        assertThat(bodies.read(100 * KIB)).hasSize(100 * KIB);
        assertThatThrownBy(() -> bodies.read(100 * KIB - 1)).isInstanceOf(TooLarge.class);
    }

    @Test
    void withoutALoginEightKibibytesAreTheLimit() {
        bodies.request = SentRequest.of(Optional.empty(), new byte[8 * KIB]);
        assertThat(bodies.read(100 * KIB)).hasSize(8 * KIB);

        bodies.request = SentRequest.of(Optional.empty(), new byte[8 * KIB + 1]);
        assertThatThrownBy(() -> bodies.read(100 * KIB)).isInstanceOf(TooLarge.class);
    }
}
