package org.sipprovisioning.lpconfig;

import java.util.List;
import java.util.function.BiPredicate;

/** Patterns {@code section/key} that choose the entries to be marked with overwrite. {@code *} stands for any characters. */
public final class OverwritePatterns implements BiPredicate<String, String> {
    private record SectionAndKey(Glob section, Glob key) {}

    /**
     * A name with stars.
     *
     * @param parts the texts between the stars. Each is searched once, after the one before: no pattern causes backtracking.
     */
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

    /** @param patterns texts that {@link #isValid} accepts */
    public OverwritePatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(OverwritePatterns::compile).toList();
    }

    /** Whether the text is {@code section/key}. Names have no white space; a key may have slashes. */
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
