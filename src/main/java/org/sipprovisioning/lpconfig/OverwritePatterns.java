package org.sipprovisioning.lpconfig;

import java.util.List;
import java.util.function.BiPredicate;

/** Names entries by {@code section/key}, where {@code *} stands for any characters. */
public final class OverwritePatterns implements BiPredicate<String, String> {
    private record SectionAndKey(Glob section, Glob key) {}

    /** What stands between the stars, each found at its first place: no backtracking, whatever the pattern. */
    private record Glob(List<String> parts) {
        static Glob of(String text) {
            return new Glob(List.of(text.split("\\*+", -1)));
        }

        boolean matches(String name) {
            String first = parts.get(0);
            String last = parts.get(parts.size() - 1);
            if (parts.size() == 1) {
                return name.equals(first);
            }
            int at = name.startsWith(first) ? first.length() : -1;
            for (int i = 1; i < parts.size() - 1 && at >= 0; i++) {
                int found = name.indexOf(parts.get(i), at);
                at = found < 0 ? -1 : found + parts.get(i).length();
            }
            return at >= 0 && at <= name.length() - last.length() && name.endsWith(last);
        }
    }

    private final List<SectionAndKey> patterns;

    public OverwritePatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(OverwritePatterns::compile).toList();
    }

    /** No name has white space; a key may have slashes. */
    public static boolean isValid(String pattern) {
        return pattern.matches("[^/\\s]+/\\S+");
    }

    @Override
    public boolean test(String section, String key) {
        return patterns.stream().anyMatch(pattern -> pattern.section.matches(section) && pattern.key.matches(key));
    }

    private static SectionAndKey compile(String pattern) {
        String[] parts = pattern.split("/", 2);
        return new SectionAndKey(Glob.of(parts[0]), Glob.of(parts[1]));
    }
}
