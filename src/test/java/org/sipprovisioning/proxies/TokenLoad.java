package org.sipprovisioning.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.TestAccount;

/**
 * Phones that get one token after the other from the server and use each through a proxy. A phone repeats its request
 * while the proxy is away.
 */
final class TokenLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RawHttp proxy;
    private final Phone server;
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Queue<Object> unexpected = new ConcurrentLinkedQueue<>();
    private final List<Thread> phones = new ArrayList<>();

    /** @param server asks the server itself whether a token is dead */
    TokenLoad(RawHttp proxy, Phone server) {
        this.proxy = proxy;
        this.server = server;
    }

    TokenLoad start(Stream<TestAccount> accounts) {
        accounts.forEach(account -> phones.add(new Thread(() -> provisionAgainAndAgain(account))));
        phones.forEach(Thread::start);
        return this;
    }

    /** Returns when so many more tokens have been used. */
    void awaitUsed(int more) {
        await(used, more);
    }

    /** Returns when so many more requests have failed and are to be repeated. */
    void awaitRepeated(int more) {
        await(repeated, more);
    }

    /** Returns when each phone has used its last token. Asserts that each request was answered as it should be. */
    void end() {
        ended.set(true);
        phones.forEach(TokenLoad::join);
        assertThat(unexpected).isEmpty();
    }

    private void await(AtomicInteger counter, int more) {
        int goal = counter.get() + more;
        Poll.until(PATIENCE, () -> {
            assertThat(unexpected).isEmpty();
            assertThat(counter.get()).isGreaterThanOrEqualTo(goal);
        });
    }

    private void provisionAgainAndAgain(TestAccount account) {
        try {
            while (!ended.get()) {
                String token = account.issue().token();
                use(token);
                server.assertDead(token);
                used.incrementAndGet();
            }
        } catch (AssertionError | RuntimeException e) {
            unexpected.add(e);
        }
    }

    private void use(String token) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAnswered(token)) {
            repeated.incrementAndGet();
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    /** Whether the phone has its document. It has none if the connection was refused or reset, or the proxy says so. */
    private boolean isAnswered(String token) {
        try {
            RawHttp.Answer answer = proxy.send("GET /provisioning/" + token + " HTTP/1.1\r\nHost: " + ReverseProxy.HOST
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).as(answer.text()).isIn(200, 502, 503);
            return answer.status() == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    private static void join(Thread phone) {
        try {
            phone.join(PATIENCE.toMillis());
            assertThat(phone.isAlive()).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
