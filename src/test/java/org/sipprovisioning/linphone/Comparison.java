package org.sipprovisioning.linphone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sipprovisioning.lpconfig.LinphonercFault;

/**
 * Compares the server's reading of a linphonerc with liblinphone's. {@link LinphonercDifferencesIT} shows and explains
 * each difference that is allowed; every other one counts as {@link Outcome#DIFFERENT}.
 */
final class Comparison {
    /** A parameter of a section, followed by another equals sign. */
    private static final Pattern PARAMETERS = Pattern.compile("\\[[^]\r\n]*=[^\r\n]*][^\r\n]*=");

    private static final Pattern MINUS_ONE = Pattern.compile("\\s*-1(?![0-9]).*");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]");

    enum Outcome {
        EQUAL,
        /** The library has appended to the last line, which has no line end, what its buffer still held. */
        LEFTOVERS,
        /** The server refuses a text that is not UTF-8 or has a character that XML forbids. */
        REFUSED,
        /** The server refuses the text, because the library cuts a line within a character. */
        CUT,
        /** The library crashes. */
        CRASHED,
        DIFFERENT
    }

    private final LinphonercFile file;
    private final Outcome outcome;
    private String difference = "";

    Comparison(LinphonercFile file) {
        this.file = file;
        this.outcome = file.library().failure().isEmpty() ? compare() : crashed();
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return outcome + " " + file.path() + "\n" + difference;
    }

    private Outcome crashed() {
        difference = "The library: " + file.library().failure();
        return PARAMETERS.matcher(new String(file.text(), ISO_8859_1)).find() ? Outcome.CRASHED : Outcome.DIFFERENT;
    }

    private Outcome compare() {
        if (file.refusal().isPresent()) {
            return refused(file.refusal().orElseThrow());
        }
        if (agrees(file.library())) {
            return Outcome.EQUAL;
        }
        String first = difference;
        if (agrees(file.libraryWithLastLineEnded())) {
            return Outcome.LEFTOVERS;
        }
        difference = first;
        return Outcome.DIFFERENT;
    }

    private Outcome refused(LinphonercFault refusal) {
        if (!isText()) {
            return Outcome.REFUSED;
        }
        difference = "Refused, although the text is UTF-8 and XML allows its characters: " + refusal.getMessage();
        Reading needed = withoutComments(file.libraryWithLastLineEnded().reading());
        return needed.hasBrokenCharacter() ? Outcome.CUT : Outcome.DIFFERENT;
    }

    private boolean isText() {
        try {
            return !FORBIDDEN
                    .matcher(UTF_8.newDecoder().decode(ByteBuffer.wrap(file.text())))
                    .find();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean agrees(LibraryReading library) {
        Reading expected = withoutComments(library.reading());
        Reading encodedTwice = file.ours().mapValues(Comparison::encodedTwice);
        if (expected.hasBrokenCharacter()) {
            difference = "Not refused, although the library reads a part of a character";
            return false;
        }
        return agrees("the server's XML", file.ours(), expected)
                && agrees(
                        "the configuration of a phone that has the server's XML",
                        file.phone().reading(),
                        asProvisioned(expected))
                && agrees("the server's XML, encoded twice", encodedTwice, library.converted());
    }

    private boolean agrees(String what, Reading actual, Reading expected) {
        Optional<String> first = firstDifference(actual.lines(), expected.lines());
        difference = "In " + what + ", " + first.orElse("");
        return first.isEmpty();
    }

    private static Optional<String> firstDifference(List<String> actual, List<String> expected) {
        for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
            String ours = i < actual.size() ? actual.get(i) : "(end)";
            String librarys = i < expected.size() ? expected.get(i) : "(end)";
            if (!ours.equals(librarys)) {
                return Optional.of(
                        "number " + (i + 1) + ":" + shown(ours, librarys) + "in the library:" + shown(librarys, ours));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the beginning of a line and the text around its first difference to the other line, as the line may be
     * very long.
     */
    private static String shown(String line, String other) {
        int place = Arrays.mismatch(line.toCharArray(), other.toCharArray());
        int from = Math.min(line.length(), Math.max(30, place - 30));
        String beginning = line.substring(0, Math.min(line.length(), 30));
        String surroundings = line.substring(from, Math.min(line.length(), from + 60));
        return "\n    " + beginning + (from > 30 ? " ... " : "") + surroundings + "\n";
    }

    /** The library keeps keys that begin with a #, but its own converter omits them, as the server does. */
    private static Reading withoutComments(Reading reading) {
        return reading.without((section, key) -> key.startsWith("#"));
    }

    /** A phone opens no section of an XML that has no entry, and makes the first account its default account. */
    private static Reading asProvisioned(Reading linphonerc) {
        Reading provisioned = linphonerc.withoutEmptySections();
        String known = provisioned.value("sip", "default_proxy");
        if (provisioned.has("proxy_0")
                && (known.isEmpty() || MINUS_ONE.matcher(known).matches())) {
            provisioned.put("sip", "default_proxy", "0");
        }
        return provisioned;
    }

    /** The library's converter takes values for ISO-8859-1, but not names. */
    private static String encodedTwice(String value) {
        return new String(value.getBytes(UTF_8), ISO_8859_1);
    }
}
