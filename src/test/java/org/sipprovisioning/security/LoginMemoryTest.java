package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.FloodOnlyTrail;
import org.sipprovisioning.request.ClientAddress;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.request.SampleThrottle;
import org.sipprovisioning.request.Throttle;
import org.sipprovisioning.settings.Configured;

/** Measures the memory that logins leave in all classes that keep something of them. */
class LoginMemoryTest {
    private static final int FAILURES = 1_000_000;
    private static final long MAX_ADDED = 20_000_000;
    private static final String LONG = "x".repeat(8_000);

    private ClientAddress client = new ClientAddress("192.0.2.1");

    private final RequestTarget target = new RequestTarget() {
        @Override
        public ClientAddress client() {
            return client;
        }
    };

    private final Throttle throttle = SampleThrottle.of(Configured.settings(), target);
    private final FloodOnlyTrail flood = new FloodOnlyTrail(target);
    private final LoginTrail trail = new LoginTrail();

    /** A credential as of a login with Digest. */
    private static final class Claiming extends RequestCredential {
        private final String name;

        Claiming(String name) {
            this.name = name;
            claim("sip:" + name + "@sip.example.org");
        }

        @Override
        String way() {
            return "digest";
        }

        @Override
        Optional<String> claimedName() {
            return Optional.of(name);
        }
    }

    /** Loads the classes, so that these do not count. */
    @BeforeEach
    void warmUp() {
        trail.trail = flood;
        trail.target = target;
        fail(0);
        trail.failed(new Claiming("a"));
        pass("a");
    }

    @Test
    void aMillionFailuresWithLongNamesFromAMillionAddressesAreForgotten() {
        long before = used();

        for (int i = 1; i <= FAILURES; i++) {
            fail(i);
        }

        assertThat(used() - before).isLessThan(MAX_ADDED);
        assertKept();
    }

    @Test
    void loginsOfLongNamesAreKeptByShortKeys() {
        long before = used();

        for (int i = 1; i <= 500; i++) {
            comeFrom(i);
            pass(i + LONG);
        }

        assertThat(used() - before).isLessThan(MAX_ADDED / 10);
        assertKept();
    }

    /** Does what the mechanism does after a wrong response. Leaves out the URI's escapes, which take a millisecond for such a name. */
    private void fail(int i) {
        comeFrom(i);
        Claiming credential = new Claiming(i + LONG);
        throttle.requireLoginAllowed(credential.claimedName());
        throttle.loginFailed(credential.claimedName());
        flood.noteApart(AuditEvent.of(AuditEvent.Type.LOGIN)
                .about(credential.claimedUri().orElseThrow(), "sip.example.org")
                .saying(credential.way())
                .asRefused());
    }

    private void pass(String name) {
        trail.passed(new Claiming(name), "sip:" + name + "@sip.example.org");
    }

    private void comeFrom(int i) {
        client = new ClientAddress("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255));
    }

    /** Keeps the objects that are measured in use until here. */
    private void assertKept() {
        assertThat(throttle).isNotNull();
        assertThat(flood).isNotNull();
        assertThat(trail).isNotNull();
    }

    /** Returns the bytes in use, as the smallest of several numbers: caches finish their work in other threads. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            LockSupport.parkNanos(100_000_000);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
