package org.sipprovisioning.request;

import java.util.List;
import java.util.Optional;

/** A list in the database that may have millions of elements. Its keys are read by an index, apart from the elements. */
public interface LongList {
    /** Returns the name under which a node keeps the number of elements. Needed only for a list without a filter. */
    String name();

    /** Whether a filter of the request excludes elements. The restriction of an admin to the own space is no filter. */
    boolean isFiltered();

    /** Whether new elements come first, and not last. */
    boolean isNewestFirst();

    /**
     * Returns keys in the order of the list.
     *
     * @param beyond the key after which they begin; empty: at the first
     * @param backwards whether they are read in the opposite order, from the last or from before {@code beyond}
     * @param skip the number of keys to leave out
     */
    List<Cursor> keys(Optional<Cursor> beyond, boolean backwards, int skip, int count);

    /** Counts all keys that {@link #keys} can return. */
    long count(Optional<Cursor> beyond, boolean backwards);

    /** Counts all keys. Of more than {@code most} keys, it only finds out that they are more, and returns a larger number. */
    default long countTo(int most) {
        boolean isLonger = !keys(Optional.empty(), false, most, 1).isEmpty();
        return isLonger ? most + 1L : count(Optional.empty(), false);
    }
}
