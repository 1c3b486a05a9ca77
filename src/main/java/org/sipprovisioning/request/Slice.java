package org.sipprovisioning.request;

import java.util.List;
import java.util.Optional;

/**
 * The keys of the elements of one page.
 *
 * @param hasPrevious whether elements come before these
 * @param hasNext whether elements come after these
 */
public record Slice(List<Cursor> keys, boolean hasPrevious, boolean hasNext) {

    /** Returns the cursor that the page before this one ends at; empty if this is the first page. */
    Optional<Cursor> previous() {
        return hasPrevious && !keys.isEmpty() ? Optional.of(keys.get(0)) : Optional.empty();
    }

    /** Returns the cursor that the next page begins at; empty if this is the last page. */
    Optional<Cursor> next() {
        return hasNext && !keys.isEmpty() ? Optional.of(keys.get(keys.size() - 1)) : Optional.empty();
    }

    public List<Long> ids() {
        return keys.stream().map(Cursor::id).toList();
    }
}
