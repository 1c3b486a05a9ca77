package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** Tests that only a client that guesses passwords is slowed down. Each test uses addresses of its own. */
@InServer
class LoginLimitIT {
    private static final String ME = "/provisioning/me";
    private static final int PER_NAME = 20;
    private static final int PER_ADDRESS = 300;

    private final String guesser = address();
    private final TestAccount account = account();

    @Test
    void nameIsSlowedDownAtTheAddressOfItsGuesser() {
        for (int i = 0; i < PER_NAME; i++) {
            assertThat(login(guesser, "wrong-" + i).status()).isEqualTo(401);
        }

        assertRefused(login(guesser, "wrong"));
        assertRefused(login(guesser, PASSWORD));
        assertThat(login(address(), PASSWORD).status()).isEqualTo(200);
        assertThat(send(guesser, DigestLogin.challenged("somebody", "sip.example.org", "wrong", ME))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nameOfNobodyIsSlowedDownJustTheSame() {
        DigestLogin login = DigestLogin.challenged(account.username() + "x", "sip.example.org", "wrong", ME);
        for (int i = 0; i < PER_NAME; i++) {
            assertThat(send(guesser, login).status()).isEqualTo(401);
        }
        assertRefused(send(guesser, login));
    }

    /** An escaped name is the same name (RFC 9110 §5.6.4). */
    @Test
    void nameIsSlowedDownHoweverItIsSpelt() {
        String name = account.username();
        for (int i = 0; i < PER_NAME; i++) {
            DigestLogin login = DigestLogin.challenged(name, "sip.example.org", "wrong", ME);
            String spelt = name.substring(0, i) + '\\' + name.substring(i);
            assertThat(send(guesser, login.with("username", spelt)).status()).isEqualTo(401);
        }

        assertRefused(login(guesser, PASSWORD));
    }

    @Test
    void addressIsSlowedDownWhateverItTries() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(get(guesser, "x-api-key: wrong-" + i).status()).isEqualTo(401);
        }

        assertRefused(get(guesser, "x-api-key: wrong"));
        assertRefused(get(guesser, "x-api-key: " + Api.SUPER_ADMIN_KEY));
        assertRefused(login(guesser, PASSWORD));
        assertThat(get(guesser, "X-Nothing: x").status()).isEqualTo(401);
        assertThat(login(address(), PASSWORD).status()).isEqualTo(200);
    }

    /** The sender is not a trusted proxy, so that its X-Forwarded-For must not count. */
    @Test
    void addressIsThatOfTheConnection() {
        for (int i = 0; i < PER_NAME; i++) {
            login(guesser, "wrong");
        }
        String header = DigestLogin.challenged(account.username(), "sip.example.org", PASSWORD, ME)
                .header();
        assertRefused(get(guesser, "Authorization: " + header + "\r\nX-Forwarded-For: 198.51.100.7"));
    }

    @Test
    void whatIsRightIsNotCounted() {
        for (int i = 0; i < PER_NAME + 5; i++) {
            assertThat(login(guesser, PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void staleNoncesAreNotCounted() {
        DigestLogin login = DigestLogin.challenged(account.username(), "sip.example.org", PASSWORD, ME);
        assertThat(send(guesser, login).status()).isEqualTo(200);
        for (int i = 0; i < PER_NAME + 5; i++) {
            assertThat(send(guesser, login).header("WWW-Authenticate")).endsWith("stale=true");
        }
        assertThat(login(guesser, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whatIsNoCredentialIsNotCounted() {
        for (int i = 0; i < PER_ADDRESS + 5; i++) {
            assertThat(get(guesser, "Authorization: Digest x").status()).isEqualTo(401);
        }
    }

    private Answer login(String from, String password) {
        return send(from, DigestLogin.challenged(account.username(), "sip.example.org", password, ME));
    }

    private static Answer send(String from, DigestLogin login) {
        return get(from, "Authorization: " + login.header());
    }

    private static Answer get(String from, String header) {
        return Server.suite()
                .raw()
                .from(from)
                .send("GET " + ME + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Too many requests.\"}");
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "127.%d.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(256), random.nextInt(1, 255));
    }
}
