package org.sipprovisioning.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as liblinphone reads it from a value: with {@code sscanf} of C, {@code %i} or {@code %f}.
 *
 * @param isOctal whether a leading 0 makes it an octal number
 * @param isWhole whether the value ends with the number
 */
record CNumber(double value, boolean isOctal, boolean isWhole) {
    private static final Pattern INTEGER =
            Pattern.compile("[ \\t]*+([+-]?)(?:0[xX]([0-9a-fA-F]++)|(0[0-7]*+)|([1-9][0-9]*+))(.*+)", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile(
            "[ \\t]*+([+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?)(.*+)", Pattern.DOTALL);

    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final int TEN = 10;

    /** More digits than this are beyond each range. */
    private static final int MOST_DIGITS = 15;

    /** Reads an {@code int}; empty if the value does not begin with one, which liblinphone reads as 0. */
    static Optional<CNumber> integer(String text) {
        Matcher matcher = INTEGER.matcher(text);
        return matcher.matches() ? Optional.of(integer(matcher)) : Optional.empty();
    }

    /** Reads a {@code float}; empty if the value does not begin with one, which liblinphone reads as 0. */
    static Optional<CNumber> decimal(String text) {
        Matcher matcher = DECIMAL.matcher(text);
        return matcher.matches()
                ? Optional.of(new CNumber(
                        Double.parseDouble(matcher.group(1)),
                        false,
                        matcher.group(2).isBlank()))
                : Optional.empty();
    }

    private static CNumber integer(Matcher matcher) {
        String octal = matcher.group(3);
        double value = octal != null
                ? value(octal, OCTAL)
                : matcher.group(2) != null ? value(matcher.group(2), HEXADECIMAL) : value(matcher.group(4), TEN);
        String rest = matcher.group(5);
        boolean goesOn = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
        return new CNumber(
                matcher.group(1).equals("-") ? -value : value,
                octal != null && (octal.length() > 1 || goesOn),
                rest.isBlank());
    }

    private static double value(String digits, int radix) {
        return digits.length() > MOST_DIGITS ? Double.POSITIVE_INFINITY : Long.parseLong(digits, radix);
    }
}
