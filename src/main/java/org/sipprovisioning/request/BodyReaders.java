package org.sipprovisioning.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.TooLarge;
import org.sipprovisioning.fault.TooSlow;

/**
 * A number of threads that may read bodies at the same time. A thread that reads waits for the client, and a slow client could hold it as
 * long as it likes: so the number is limited, also for each client, and so is the time of a whole body, however the client divides it.
 *
 * <p>Routes whose readers must not wait for those of other routes have an object of their own.
 */
public final class BodyReaders {
    private static final int BUFFER = 1 << 14;

    /** A client that sends nothing for this long has gone. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A server whose timer has ended a read throws the same as one whose client has gone. */
    private static final Duration TIMERS_ARE_EARLY = Duration.ofMillis(500);

    private final int atOnce;
    private final int ofOneClient;
    private final LongFunction<Duration> time;
    private final Map<String, Integer> reading = new HashMap<>();

    /**
     * @param atOnce the number of bodies that are read at the same time
     * @param ofOneClient how many of them may be of the same client
     * @param time how long a body of a length may take
     */
    public BodyReaders(int atOnce, int ofOneClient, LongFunction<Duration> time) {
        this.atOnce = atOnce;
        this.ofOneClient = ofOneClient;
        this.time = time;
    }

    /**
     * Reads a body to its end.
     *
     * @param length the length that the client has announced; negative if none
     * @param client the key of the client: its address, or the name of the caller
     * @param limit the number of bytes that the body may have
     * @throws Busy at once, if no more bodies may be read
     * @throws TooSlow if the body takes longer than its time
     * @throws TooLarge if the body, or its announced length, exceeds the limit
     * @throws MalformedRequest if the body ends before its length, or its chunks are malformed
     */
    public byte[] read(SentBody body, long length, String client, int limit) {
        if (length > limit) {
            throw new TooLarge(limit);
        }
        enter(client);
        try {
            return whole(body, length, limit);
        } finally {
            leave(client);
        }
    }

    private synchronized void enter(String client) {
        int all = reading.values().stream().mapToInt(Integer::intValue).sum();
        if (all == atOnce || reading.getOrDefault(client, 0) == ofOneClient) {
            throw new Busy("Too many bodies are being received.");
        }
        reading.merge(client, 1, Integer::sum);
    }

    private synchronized void leave(String client) {
        reading.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    private byte[] whole(SentBody body, long length, int limit) {
        long start = System.nanoTime();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        int count;
        do {
            Duration left = time.apply(Math.max(length, received.size())).minusNanos(System.nanoTime() - start);
            count = next(body, buffer, left);
            received.write(buffer, 0, Math.max(count, 0));
            if (received.size() > limit) {
                throw new TooLarge(limit);
            }
        } while (count > 0);
        if (received.size() < length) {
            throw endedEarly();
        }
        return received.toByteArray();
    }

    private static int next(SentBody body, byte[] buffer, Duration left) {
        Duration patience = left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
        long start = System.nanoTime();
        int count = 0;
        try {
            count = patience.toMillis() > 0 ? body.read(buffer, patience) : 0;
        } catch (IOException e) {
            if (System.nanoTime() - start < patience.minus(TIMERS_ARE_EARLY).toNanos()) {
                throw endedEarly();
            }
        }
        if (count == 0) {
            body.giveUp();
            throw new TooSlow();
        }
        return count;
    }

    private static MalformedRequest endedEarly() {
        return new MalformedRequest("The body ended early, or its chunks are broken.");
    }
}
