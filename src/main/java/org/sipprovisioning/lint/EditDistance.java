package org.sipprovisioning.lint;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that a misspelling may stand for. An edit inserts, deletes or replaces a character, or swaps two neighbours. */
final class EditDistance {

    /** A name may have one edit in so many of its characters. */
    private static final int CHARACTERS_PER_EDIT = 4;

    private EditDistance() {}

    /** Returns the name with the fewest edits, the first of several; empty if each one needs too many. */
    static Optional<String> nearest(String misspelt, Collection<String> names) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : names) {
            int most = name.length() / CHARACTERS_PER_EDIT;
            // The lengths are compared first: a name of the file may be as long as a line.
            if (Math.abs(name.length() - misspelt.length()) <= most) {
                int edits = between(misspelt, name);
                if (edits <= most && edits < fewest) {
                    best = name;
                    fewest = edits;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Counts the edits that lead from one name to the other (optimal string alignment). */
    static int between(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
