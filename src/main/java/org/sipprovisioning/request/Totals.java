package org.sipprovisioning.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the elements of lists, up to 10,000 at each request. The number of a longer list without a filter comes from a count that is at
 * most a minute old, to which the elements are added that are newer than this count. One request counts, and meanwhile the others use the
 * former count. The database reads at most 500,000 keys in one statement, because longer ones would be ended.
 */
@ApplicationScoped
public class Totals {
    /** The number of elements up to which each total is exact. */
    static final int EXACT = 10_000;

    private static final int STEP = 500_000;
    private static final long OLD_NANOS = Duration.ofSeconds(50).toNanos();
    private static final long TOO_OLD_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int MAX_KEPT = 10_000;

    private record Counted(long number, Optional<Cursor> newest, long at) {
        boolean isYoungerThan(long nanos) {
            return System.nanoTime() - at < nanos;
        }
    }

    private static final class Entry {
        final ReentrantLock counting = new ReentrantLock();
        volatile Counted counted;

        boolean isYoungerThan(long nanos) {
            Counted present = counted;
            return present != null && present.isYoungerThan(nanos);
        }
    }

    private final Cache<String, Entry> entries =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    /** @param slice a page of the list, which may be the whole list */
    public Total of(LongList list, Slice slice) {
        if (!slice.hasPrevious() && !slice.hasNext()) {
            return new Total(slice.keys().size(), false);
        }
        Entry known = list.isFiltered() ? null : entries.getIfPresent(list.name());
        if (known != null && known.isYoungerThan(TOO_OLD_NANOS)) {
            return kept(list, known);
        }
        long number = list.countTo(EXACT);
        if (number <= EXACT) {
            return new Total(number, false);
        }
        return list.isFiltered() ? new Total(EXACT, true) : kept(list, entries.get(list.name(), name -> new Entry()));
    }

    private static Total kept(LongList list, Entry entry) {
        Counted counted = counted(list, entry);
        long newer = counted.newest()
                .map(newest -> list.count(Optional.of(newest), list.isNewestFirst()))
                .orElse(0L);
        return new Total(counted.number() + newer, false);
    }

    private static Counted counted(LongList list, Entry entry) {
        if (entry.isYoungerThan(OLD_NANOS)) {
            return entry.counted;
        }
        boolean mayWait = !entry.isYoungerThan(TOO_OLD_NANOS);
        if (mayWait) {
            entry.counting.lock();
        } else if (!entry.counting.tryLock()) {
            return entry.counted;
        }
        try {
            if (!entry.isYoungerThan(OLD_NANOS)) {
                entry.counted = count(list);
            }
            return entry.counted;
        } finally {
            entry.counting.unlock();
        }
    }

    /** Leaves out the elements that are added during the count: {@link #kept} adds them. */
    private static Counted count(LongList list) {
        long start = System.nanoTime();
        Optional<Cursor> newest = list.keys(Optional.empty(), !list.isNewestFirst(), 0, 1).stream()
                .findFirst();
        long all = countAll(list);
        long added = newest.isEmpty() ? all : list.count(newest, list.isNewestFirst());
        return new Counted(all - added, newest, start);
    }

    /** Counts a list of any length. */
    public static long countAll(LongList list) {
        long number = 0;
        Optional<Cursor> beyond = Optional.empty();
        while (true) {
            List<Cursor> last = list.keys(beyond, false, STEP - 1, 1);
            if (last.isEmpty()) {
                return number + list.count(beyond, false);
            }
            beyond = Optional.of(last.get(0));
            number += STEP;
        }
    }
}
