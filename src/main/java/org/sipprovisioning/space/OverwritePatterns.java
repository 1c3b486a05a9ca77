package org.sipprovisioning.space;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names entries by {@code section/key}, where {@code *} stands for any characters. */
final class OverwritePatterns implements BiPredicate<String, String> {
    private record SectionAndKey(Pattern section, Pattern key) {}

    private final List<SectionAndKey> patterns;

    OverwritePatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(OverwritePatterns::compile).toList();
    }

    /** No name has white space; a key may have slashes. */
    static boolean isValid(String pattern) {
        return pattern.matches("[^/\\s]+/\\S+");
    }

    @Override
    public boolean test(String section, String key) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.section.matcher(section).matches()
                        && pattern.key.matcher(key).matches());
    }

    private static SectionAndKey compile(String pattern) {
        String[] parts = pattern.split("/", 2);
        return new SectionAndKey(glob(parts[0]), glob(parts[1]));
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
