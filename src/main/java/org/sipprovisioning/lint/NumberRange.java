package org.sipprovisioning.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that have a meaning as a key's value, both ends included. */
public record NumberRange(double low, double high) {

    /** The range of a key that takes any number. */
    static final NumberRange ALL = new NumberRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final Pattern FORM = Pattern.compile("(-?[0-9]+)?\\.\\.(-?[0-9]+)?");

    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** Returns the range in words. */
    @Override
    public String toString() {
        if (low == ALL.low) {
            return "at most " + whole(high);
        }
        return high == ALL.high ? "at least " + whole(low) : whole(low) + " to " + whole(high);
    }

    private static String whole(double end) {
        return Long.toString((long) end);
    }

    /**
     * Reads {@code low..high}; one of the two may be missing.
     *
     * @throws IllegalArgumentException if it is no range
     */
    static NumberRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.length() == 2) {
            throw new IllegalArgumentException("no range: " + text);
        }
        NumberRange range = new NumberRange(end(form.group(1), ALL.low), end(form.group(2), ALL.high));
        if (range.low >= range.high) {
            throw new IllegalArgumentException("a range without numbers: " + text);
        }
        return range;
    }

    private static double end(String digits, double without) {
        return digits == null ? without : Double.parseDouble(digits);
    }
}
