package org.sipprovisioning.linphone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes random files of linphonerc syntax, most of them unusual: sections and keys repeat, blanks and signs stand at
 * the limits of the grammar, and lines and files have a length near a multiple of what liblinphone reads at once. A
 * seed always gives the same files.
 */
final class LinphonercGenerator {
    private static final int PAGE = 16383;
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\r\r\n", "\n\r");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\t", " \t", "  \t", "   ");
    private static final List<String> TOKENS = list(
            "[|]|[|]|=|=|=|#|##|#c| | |  |\t|a|b|k|v|key|sec|proxy_0|x=1|[a]|[b]|[a k=v]|[ a]|[a ]|[a]b]|k=v|c=|=d| = "
                    + "|k/overwrite|é|€|😀|\u0085|\u00a0|\u2028|\u3000|\ufeff|\u007f|;|\"|&|<|>|'|/|%s|%41|+|\\");
    private static final List<String> SECTIONS =
            list("a|b|c|A|é|a b|a k=v|b k=v x=y|  | \t|a[b|#s|a\tb|=|a=b|a  k=v|sip|proxy_0|proxy_0|<&>");
    private static final List<String> AFTER_SECTION = list("|||| |]|x=1|# c| y=2");
    private static final List<String> KEYS =
            list("k|k|k2|K|ké|a b|k\tl|#k|[k|k]|k[4]||\u00a0k|k\u0085|k&<>|default_proxy");
    private static final List<String> VALUES =
            list("|v|v|w|a=b| |  |\t|\t |é|v  |v\t |v \t|# c|\"q\"|'|&amp;|<b>|]]>|0|-1");
    private static final List<String> STARTS_OF_LONG_LINES =
            list("k=|k=|k2=||k|[a|[a] |# c| #|\t#x=|[a] x=|k= |\tk=|  ");
    private static final List<String> FILLINGS = list("x|v|é|€|😀| |\t|=|#|[|]|ab|k=v ");
    private static final List<String> ABOUT_THE_CUT = list("x|x|é|€|😀| |=|[|]|#|k=v|[b]|\t|[z]q=1");
    private static final List<String> FORBIDDEN = list("\u0000|\u0001|\u0004|\u000b|\u000c|\u001b|\ufffe|\uffff");

    private final Random random;

    LinphonercGenerator(long seed) {
        random = new Random(seed);
    }

    /** Returns the next file. */
    byte[] next() {
        StringBuilder text = new StringBuilder(chance(5) ? "\ufeff" : "");
        switch (random.nextInt(10)) {
            case 0 -> addPages(text);
            case 1, 2 -> addLongLines(text);
            default -> addLines(text, 14);
        }
        if (chance(2)) {
            text.insert(random.nextInt(text.length() + 1), any(FORBIDDEN));
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        return chance(2) ? withWrongByte(bytes) : bytes;
    }

    private void addLines(StringBuilder text, int atMost) {
        // A file has one kind of line end, or a mixture of all.
        Supplier<String> end = chance(60) ? () -> any(ENDS) : constant(any(ENDS));
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            text.append(line()).append(i > 1 || chance(60) ? end.get() : "");
        }
    }

    private void addLongLines(StringBuilder text) {
        addLines(text.append("[a]\n"), 4);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(chance(90) ? "\n" : "");
            addLongLine(text);
            text.append(chance(80) ? any(ENDS) : "");
            addLines(text, 3);
        }
    }

    /** Adds a line whose length is near the cut, with a key, a section or a character at that place. */
    private void addLongLine(StringBuilder text) {
        StringBuilder line = new StringBuilder(any(STARTS_OF_LONG_LINES));
        int wanted = PAGE * (chance(70) ? 1 : 2 + random.nextInt(2)) - 6 + random.nextInt(47);
        String filling = any(FILLINGS);
        int room = wanted - length(line) - random.nextInt(61);
        line.append(filling.repeat(room / length(filling)));
        while (length(line) < wanted) {
            line.append(any(ABOUT_THE_CUT));
        }
        text.append(line);
    }

    /** Adds so many lines that one of them lies where a page of the file ends. */
    private void addPages(StringBuilder text) {
        int wanted = PAGE * (1 + random.nextInt(2)) - 30 + random.nextInt(91);
        text.append("[a]\n");
        while (length(text) < wanted - 200) {
            text.append(chance(30) ? line() : "k" + random.nextInt(40) + "=" + "y".repeat(random.nextInt(120)));
            text.append('\n');
        }
        text.append(any(STARTS_OF_LONG_LINES));
        int room = wanted - length(text) - random.nextInt(40);
        text.append("c".repeat(Math.max(0, room)));
        if (chance(70)) {
            addLines(text.append(any(ENDS)), 3);
        }
    }

    private String line() {
        int kind = random.nextInt(100);
        if (kind < 25) {
            return any(BLANKS) + "[" + anyOr(SECTIONS, 4) + "]" + any(AFTER_SECTION);
        }
        if (kind < 60) {
            return any(BLANKS) + anyOr(KEYS, 3) + any(BLANKS) + "=" + any(BLANKS) + anyOr(VALUES, 5) + any(BLANKS);
        }
        return kind < 70 ? any(BLANKS) + "#" + tokens(5) : tokens(8);
    }

    private String tokens(int atMost) {
        StringBuilder tokens = new StringBuilder();
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            tokens.append(any(TOKENS));
        }
        return tokens.toString();
    }

    private byte[] withWrongByte(byte[] bytes) {
        byte[] wrong = bytes.clone();
        if (wrong.length > 0) {
            wrong[random.nextInt(wrong.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return wrong;
    }

    private String anyOr(List<String> words, int tokens) {
        return chance(90) ? any(words) : tokens(tokens);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static Supplier<String> constant(String end) {
        return () -> end;
    }

    private static int length(CharSequence text) {
        return text.toString().getBytes(UTF_8).length;
    }

    private static List<String> list(String words) {
        return List.of(words.split("\\|", -1));
    }
}
