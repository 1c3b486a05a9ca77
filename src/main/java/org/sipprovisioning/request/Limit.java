package org.sipprovisioning.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.sipprovisioning.fault.TooManyRequests;

/**
 * How often a minute something may happen to each of many. The minute of one begins with their first; of those who have been quiet for
 * one nothing is kept, nor of more than twenty thousand.
 */
public final class Limit {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final long MAX_KEPT = 20_000;

    private final int times;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_KEPT)
            .expireAfterAccess(PERIOD)
            .build();

    /** @param times a minute; 0: without limit */
    public Limit(int times) {
        this(times, TimeMeter.SYSTEM_NANOTIME);
    }

    Limit(int times, TimeMeter time) {
        this.times = times;
        this.time = time;
    }

    /** @throws TooManyRequests if it has happened as often as it may */
    public void require(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        if (bucket != null) {
            EstimationProbe probe = bucket.estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
    }

    /**
     * Counts one more.
     *
     * @return whether it was still within the limit
     */
    public boolean count(String key) {
        return times == 0 || buckets.get(key, absent -> full()).tryConsume(1);
    }

    /** Of how many something is kept. */
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
