package org.sipprovisioning.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.sipprovisioning.fault.TooManyRequests;

/**
 * A limit of events per minute and key, such as the address of a client. The minute of a key begins with its first event. A key without
 * events for a minute is forgotten, and no more than ten thousand keys are kept, with 0.5 kB each, however long the keys are.
 */
public final class Limit {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final long MAX_KEPT = 10_000;

    private final int times;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_KEPT)
            .expireAfterAccess(PERIOD)
            .build();

    /** @param times the number of events per minute; 0 for no limit */
    public Limit(int times) {
        this(times, TimeMeter.SYSTEM_NANOTIME);
    }

    Limit(int times, TimeMeter time) {
        this.times = times;
        this.time = time;
    }

    /** @throws TooManyRequests if the key has reached the limit */
    public void require(String key) {
        Bucket bucket = buckets.getIfPresent(ShortKey.of(key));
        if (bucket != null) {
            EstimationProbe probe = bucket.estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
    }

    /**
     * Counts one more event of a key.
     *
     * @return whether the event was still within the limit
     */
    public boolean count(String key) {
        return times == 0 || buckets.get(ShortKey.of(key), absent -> full()).tryConsume(1);
    }

    /** Returns the number of keys that are kept. */
    long kept() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(times).refillIntervally(times, PERIOD))
                .build();
    }
}
