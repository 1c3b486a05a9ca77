package org.sipprovisioning.request;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists without a common element, read as one. A database reads each of them by its own index, but all of them together, by a condition
 * with OR, by none.
 */
public record MergedList(List<LongList> parts) implements LongList {

    @Override
    public String name() {
        return parts.get(0).name();
    }

    @Override
    public boolean isFiltered() {
        return parts.get(0).isFiltered();
    }

    @Override
    public boolean isNewestFirst() {
        return parts.get(0).isNewestFirst();
    }

    @Override
    public List<Cursor> keys(Optional<Cursor> beyond, boolean backwards, int skip, int count) {
        if (parts.size() == 1) {
            return parts.get(0).keys(beyond, backwards, skip, count);
        }
        Comparator<Cursor> order = isNewestFirst() == backwards ? Cursor.ORDER : Cursor.ORDER.reversed();
        return parts.stream()
                .flatMap(part -> part.keys(beyond, backwards, 0, skip + count).stream())
                .sorted(order)
                .skip(skip)
                .limit(count)
                .toList();
    }

    @Override
    public long count(Optional<Cursor> beyond, boolean backwards) {
        return parts.stream().mapToLong(part -> part.count(beyond, backwards)).sum();
    }

    @Override
    public long countTo(int most) {
        return parts.stream().mapToLong(part -> part.countTo(most)).sum();
    }
}
