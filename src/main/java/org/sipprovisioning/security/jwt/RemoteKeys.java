package org.sipprovisioning.security.jwt;

import com.nimbusds.jose.JWSHeader;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The keys of one issuer as last fetched. They are fetched again after five minutes, so that withdrawn keys are dropped, and for a token
 * that names an unknown key; but at most once a minute, whatever clients send. While a fetch fails, the former keys stay in use, for at
 * most one hour.
 */
final class RemoteKeys {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(1);

    private record Copy(JwkList keys, Instant readAt, Instant triedAt) {}

    private final Supplier<Optional<JwkList>> source;
    private final Clock clock;
    private final Lock fetching = new ReentrantLock();
    private volatile Copy copy = new Copy(JwkList.EMPTY, Instant.MIN, Instant.MIN);

    RemoteKeys(Supplier<Optional<JwkList>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Returns the keys that fit the header, after a fetch if one is due. Empty if there are none. */
    List<PublicKey> matching(JWSHeader header) {
        Copy seen = copy;
        Instant now = clock.instant();
        boolean isKnown = seen.keys.knows(header) && isWithin(KEPT, seen.readAt, now);
        if (!isWithin(PAUSE, seen.triedAt, now) && !(isKnown && isWithin(FRESH, seen.readAt, now))) {
            refresh(seen, isKnown);
        }
        return isWithin(KEPT, copy.readAt, now) ? copy.keys.matching(header) : List.of();
    }

    /** Fetches the keys. A caller that has a key does not wait for the fetch of another thread. */
    private void refresh(Copy seen, boolean hasKey) {
        if (!hasKey) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return;
        }
        try {
            if (copy.equals(seen)) {
                copy = fetch(seen);
            }
        } finally {
            fetching.unlock();
        }
    }

    private Copy fetch(Copy former) {
        Optional<JwkList> fetched = source.get();
        Instant now = clock.instant();
        return new Copy(fetched.orElse(former.keys), fetched.isPresent() ? now : former.readAt, now);
    }

    private static boolean isWithin(Duration duration, Instant since, Instant now) {
        return now.isBefore(since.plus(duration));
    }
}
