package org.sipprovisioning.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes a {@link Script} of several recordings of one operation. What is the same in all recordings stays as it is. What
 * differs is replaced by a placeholder: a value of the operation's subject, a time, or random text of the same length.
 */
final class Generalisation {
    /** Times in the statements are not exactly the time of the recording. */
    private static final long EXACTNESS = 10_000;

    private static final long DAY = 86_400_000;

    private final List<Recording> recordings;

    private Generalisation(List<Recording> recordings) {
        this.recordings = recordings;
    }

    /** @throws IllegalArgumentException if the recordings have different statements, or a value is not explained */
    static Script of(List<Recording> recordings) {
        return new Generalisation(recordings).script();
    }

    private Script script() {
        int count = recordings.get(0).lines().size();
        if (recordings.stream().anyMatch(recording -> recording.lines().size() != count)) {
            throw new IllegalArgumentException("Different statements: " + recordings);
        }
        return new Script(IntStream.range(0, count).mapToObj(this::line).toList());
    }

    private Recording.Line line(int index) {
        List<SqlText> texts = new ArrayList<>();
        for (Recording recording : recordings) {
            texts.add(SqlText.of(recording.lines().get(index).sql()));
        }
        SqlText first = texts.get(0);
        if (texts.stream().anyMatch(text -> !text.shape().equals(first.shape()))) {
            throw new IllegalArgumentException("Different statements: " + texts);
        }
        List<String> general = IntStream.range(0, first.values().size())
                .mapToObj(i ->
                        general(texts.stream().map(text -> text.values().get(i)).toList(), first))
                .toList();
        return new Recording.Line(recordings.get(0).lines().get(index).transaction(), first.with(general));
    }

    private String general(List<String> values, SqlText context) {
        if (values.stream().distinct().count() == 1) {
            return values.get(0);
        }
        List<String> named = IntStream.range(0, values.size())
                .mapToObj(i -> named(values.get(i), recordings.get(i).known()))
                .toList();
        if (named.stream().distinct().count() == 1) {
            return named.get(0);
        }
        if (values.stream().allMatch(value -> value.matches("\\d{13}")) && isTime(values)) {
            return "${now" + offset(values) + "}";
        }
        if (values.stream().allMatch(value -> value.matches("\\d*"))) {
            throw new IllegalArgumentException(values + " in " + context.shape() + ", known: " + recordings);
        }
        boolean hex = values.stream().allMatch(value -> value.matches("[0-9a-f]*"));
        return (hex ? "${hex:" : "${text:") + values.get(0).length() + "}";
    }

    private static String named(String value, Map<String, String> known) {
        String result = value;
        List<Map.Entry<String, String>> longestFirst = known.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> entry) ->
                                entry.getValue().length())
                        .reversed())
                .toList();
        for (Map.Entry<String, String> entry : longestFirst) {
            result = result.replace(entry.getValue(), "${" + entry.getKey() + "}");
        }
        return result;
    }

    private boolean isTime(List<String> values) {
        return IntStream.range(0, values.size())
                .allMatch(i -> Math.abs(Long.parseLong(values.get(i))
                                - recordings.get(i).at())
                        < DAY);
    }

    private String offset(List<String> values) {
        long exact = Long.parseLong(values.get(0)) - recordings.get(0).at();
        long rounded = Math.round((double) exact / EXACTNESS) * EXACTNESS;
        return rounded == 0 ? "" : "%+d".formatted(rounded);
    }
}
