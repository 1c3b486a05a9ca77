package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.TestAccount;

/**
 * Phones that get and use one token after the other, at both application servers in turn, while nodes are lost. A phone repeats a request
 * until it knows that its token was honoured, or that it is dead.
 */
final class TokenLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private enum Outcome {
        HONOURED,
        DEAD,
        /** The token is as good as before. */
        REFUSED,
        /** The token may be used. */
        UNKNOWN
    }

    private final ApplicationNodes nodes;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> usedByUri = new ConcurrentHashMap<>();
    private final List<Thread> phones;

    private TokenLoad(ApplicationNodes nodes, Collection<TestAccount> accounts) {
        this.nodes = nodes;
        phones = accounts.stream()
                .map(account -> new Thread(() -> provisionAgainAndAgain(account)))
                .toList();
    }

    /** Starts one phone for each account. */
    static TokenLoad start(ApplicationNodes nodes, Collection<TestAccount> accounts) {
        TokenLoad load = new TokenLoad(nodes, accounts);
        load.phones.forEach(Thread::start);
        return load;
    }

    /** Returns when so many more tokens have been used. */
    void awaitUsed(int more) {
        int goal = used.get() + more;
        Poll.until(PATIENCE, () -> {
            assertThat(unexpected).isEmpty();
            assertThat(used.get()).isGreaterThanOrEqualTo(goal);
        });
    }

    /** Ends the phones, each after its last token. Returns how many tokens of each account were used, by the SIP URI. */
    Map<String, Integer> end() throws InterruptedException {
        ended.set(true);
        for (Thread phone : phones) {
            phone.join(PATIENCE.toMillis());
            assertThat(phone.isAlive()).isFalse();
        }
        assertThat(unexpected).isEmpty();
        return usedByUri;
    }

    @Override
    public String toString() {
        return used + " tokens used, " + requests + " requests, " + refused + " refused, " + unknown + " unconfirmed";
    }

    private void provisionAgainAndAgain(TestAccount account) {
        try {
            while (!ended.get()) {
                use(issue(account));
                usedByUri.merge(account.sipUri(), 1, Integer::sum);
                used.incrementAndGet();
            }
        } catch (AssertionError | RuntimeException e) {
            unexpected.add(e);
        }
    }

    private String issue(TestAccount account) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Answer answer =
                        nodes.adminOfAnyStatus(requests.incrementAndGet()).send("POST", account.path() + "/provision");
                if (answer.status() == 200) {
                    return token(answer.text());
                }
                outcome(answer);
            } catch (UncheckedIOException away) {
                refused.incrementAndGet();
            }
        }
        throw new AssertionError("No token for " + account.sipUri());
    }

    private static String token(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().getString("provisioning_token");
        }
    }

    /** Uses a token, and asserts that it is honoured once, and not lost. */
    private void use(String token) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean honoured = false;
        boolean maybeUsed = false;
        Outcome outcome;
        do {
            assertThat(System.nanoTime()).isLessThan(deadline);
            outcome = request(token);
            assertThat(honoured && outcome == Outcome.HONOURED)
                    .as("honoured twice")
                    .isFalse();
            honoured |= outcome == Outcome.HONOURED;
            maybeUsed |= outcome == Outcome.UNKNOWN;
        } while (outcome != Outcome.DEAD);
        assertThat(honoured || maybeUsed).as("dead, and not honoured").isTrue();
    }

    private Outcome request(String token) {
        try {
            Phone phone = nodes.phone(requests.incrementAndGet());
            return counted(outcome(phone.get("/provisioning/" + token)));
        } catch (UncheckedIOException e) {
            return counted(e.getCause() instanceof ConnectException ? Outcome.REFUSED : Outcome.UNKNOWN);
        }
    }

    private Outcome counted(Outcome outcome) {
        switch (outcome) {
            case REFUSED -> refused.incrementAndGet();
            case UNKNOWN -> unknown.incrementAndGet();
            default -> {}
        }
        return outcome;
    }

    private static Outcome outcome(Answer answer) {
        String text = answer.text();
        if (answer.status() != 200 && !text.startsWith("{\"message\"")) {
            // Of the application server, which has not started the application yet
            return Outcome.REFUSED;
        }
        assertThat(answer.status()).as(text).isIn(200, 404, 409, 503);
        return switch (answer.status()) {
            case 200 -> Outcome.HONOURED;
            case 404 -> Outcome.DEAD;
            case 503 -> text.contains("may ") ? Outcome.UNKNOWN : Outcome.REFUSED;
            default -> Outcome.REFUSED;
        };
    }
}
