package org.sipprovisioning.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.raw.Prober.Outcome.BARE;
import static org.sipprovisioning.raw.Prober.Outcome.LATER;
import static org.sipprovisioning.raw.Prober.Outcome.REFUSED;
import static org.sipprovisioning.raw.Prober.Outcome.RIGHT;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.ServerProcess;

/**
 * Tests what clients get from a server that starts, stops and starts again: refused connections or 503, at the start with
 * {@code Retry-After}, and right answers, but nothing else. A phone takes 404 for the end of its token.
 */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class StartAndStopIT {
    private static final String KEY = "key-of-the-start-test";
    private static final String SERVER = System.getProperty("it.server");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void noClientSeesAWrongAnswer() {
        ServerProcess process = ServerProcess.prepare(directory, Map.of("PROVISIONING_ADMIN_API_KEY", KEY));
        try (process;
                Prober prober = new Prober(process.server().port())) {
            prober.ask("GET", "/provisioning/%zz", 400);
            prober.ask("GET", "/provisioning", 200);

            process.start();
            serves(process, prober);
            String token = Fixtures.account(Api.withKey(process.server(), KEY)).token();
            // Both tell whether the token is good, and do not use it up.
            prober.ask("HEAD", "/provisioning/" + token, 200);
            prober.ask("GET", "/provisioning/qrcode/" + token, 200);
            serves(process, prober);
            process.close();
            refuses(prober);
            process.start();
            serves(process, prober);
            process.close();
            refuses(prober);

            assertThat(prober.wrong()).as(process.console()).isEmpty();
        }
    }

    /** Waits for many right answers, after which there is no other answer as long as the server runs. */
    private static void serves(ServerProcess process, Prober prober) {
        assertThat(prober.wrong()).as(process.console()).isEmpty();
        assertThat(prober.counts()).containsEntry(BARE, 0);
        Poll.until(LIMIT, () -> assertThat(prober.count(RIGHT)).isGreaterThan(100));
        prober.counts();
        Poll.until(LIMIT, () -> assertThat(prober.count(RIGHT)).isGreaterThan(100));
        assertThat(prober.counts())
                .containsEntry(LATER, 0)
                .containsEntry(BARE, 0)
                .containsEntry(REFUSED, 0);
    }

    /** Waits for many refused connections, after which there is nothing else as long as the server is down. */
    private static void refuses(Prober prober) {
        prober.counts();
        Poll.until(LIMIT, () -> assertThat(prober.count(REFUSED)).isGreaterThan(100));
    }

    /** WildFly and Open Liberty go on without their port; the log says so. */
    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        ServerProcess process = ServerProcess.prepare(directory, Map.of("PROVISIONING_ADMIN_API_KEY", KEY));
        try (process;
                Socket other = new Socket()) {
            other.bind(new InetSocketAddress("127.0.0.1", process.server().port()));

            process.startInVain();

            assertThat(process.console()).contains("Address already in use");
            if (SERVER.equals("payara")) {
                Poll.until(LIMIT, () -> assertThat(process.isAlive()).isFalse());
                assertThat(process.exitStatus()).isEqualTo(1);
                assertThat(process.console()).containsOnlyOnce("The provisioning server cannot start");
            }
        }
    }
}
