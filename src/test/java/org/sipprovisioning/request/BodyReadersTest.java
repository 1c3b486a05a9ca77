package org.sipprovisioning.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.TooLarge;
import org.sipprovisioning.fault.TooSlow;

@Timeout(60)
class BodyReadersTest {
    private static final int LIMIT = 100;

    private final BodyReaders readers = new BodyReaders(3, 2, length -> Duration.ofSeconds(30));

    /** A body that is under way until the test ends it. */
    private static final class Waiting implements SentBody {
        final CyclicBarrier begun = new CyclicBarrier(2);
        final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public int read(byte[] buffer, Duration patience) {
            try {
                begun.await();
                ended.await();
                return -1;
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void giveUp() {}
    }

    /** A body of which one byte comes at each read, without end. */
    private static final class Endless implements SentBody {
        final AtomicBoolean isGivenUp = new AtomicBoolean();

        @Override
        public int read(byte[] buffer, Duration patience) {
            return 1;
        }

        @Override
        public void giveUp() {
            isGivenUp.set(true);
        }
    }

    @Test
    void readsToTheEnd() {
        assertThat(read("a body", 6)).isEqualTo("a body");
        assertThat(read("a body", -1)).isEqualTo("a body");
        assertThat(read("x".repeat(LIMIT), LIMIT)).hasSize(LIMIT);
    }

    @Test
    void refusesABodyThatEndsEarly() {
        assertThatThrownBy(() -> read("a body", 7)).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void refusesABrokenBody() {
        SentBody broken = new Failing();

        assertThatThrownBy(() -> readers.read(broken, 5, "client", LIMIT)).isInstanceOf(MalformedRequest.class);
        assertThat(read("", 0)).isEmpty();
    }

    private static final class Failing implements SentBody {
        @Override
        public int read(byte[] buffer, Duration patience) throws IOException {
            throw new IOException("The client has gone");
        }

        @Override
        public void giveUp() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        SentBody unread = new Failing();

        assertThatThrownBy(() -> readers.read(unread, LIMIT + 1, "client", LIMIT))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> read("x".repeat(LIMIT + 1), -1)).isInstanceOf(TooLarge.class);
    }

    @Test
    void wholeBodyHasOneTimeHoweverItIsDivided() {
        BodyReaders hasty = new BodyReaders(1, 1, length -> Duration.ofMillis(50));
        Endless endless = new Endless();

        assertThatThrownBy(() -> hasty.read(endless, 50, "client", Integer.MAX_VALUE))
                .isInstanceOf(TooSlow.class);
        assertThat(endless.isGivenUp).isTrue();
    }

    @Test
    void timeGrowsWithTheLength() {
        List<Long> lengths = new ArrayList<>();
        BodyReaders asking = new BodyReaders(1, 1, length -> {
            lengths.add(length);
            return Duration.ofSeconds(30);
        });

        asking.read(SentRequest.body(new ByteArrayInputStream(new byte[5])), -1, "client", LIMIT);
        asking.read(SentRequest.body(new ByteArrayInputStream(new byte[5])), 5, "client", LIMIT);

        assertThat(lengths).containsExactly(0L, 5L, 5L, 5L);
    }

    @Test
    void refusesAtOnceWhatIsTooMuch() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Waiting first = begin(threads, "one");
            Waiting second = begin(threads, "one");
            assertThatThrownBy(() -> readers.read(new Endless(), -1, "one", LIMIT))
                    .isInstanceOf(Busy.class);
            Waiting third = begin(threads, "another");
            assertThatThrownBy(() -> read("", 0)).isInstanceOf(Busy.class);
            List.of(first, second, third).forEach(waiting -> waiting.ended.countDown());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void readerIsFreeAgainAfterTheBody() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < 5; i++) {
                Waiting body = new Waiting();
                Future<byte[]> reader = threads.submit(() -> readers.read(body, -1, "one", LIMIT));
                body.begun.await();
                body.ended.countDown();
                assertThat(reader.get()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Waiting begin(ExecutorService threads, String client) throws Exception {
        Waiting body = new Waiting();
        Future<byte[]> reader = threads.submit(() -> readers.read(body, -1, client, LIMIT));
        assertThat(reader.isDone()).isFalse();
        body.begun.await();
        return body;
    }

    private String read(String body, long length) {
        return new String(
                readers.read(SentRequest.body(new ByteArrayInputStream(body.getBytes(UTF_8))), length, "client", LIMIT),
                UTF_8);
    }
}
