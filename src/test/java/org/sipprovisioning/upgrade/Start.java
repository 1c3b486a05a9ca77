package org.sipprovisioning.upgrade;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.ServerProcess;

/** Starts servers and prints how long each took. */
final class Start {
    private static final Pattern MIGRATION =
            Pattern.compile("Successfully applied \\d+ migrations? .*\\(execution time ([0-9:.]+s)\\)");
    private static final double NANOS = 1e9;

    private Start() {}

    /** Starts a server. Fails if the server gives the application up, because its start takes too long. */
    static void timed(String what, ServerProcess process) {
        long before = System.nanoTime();
        process.start();
        double seconds = (System.nanoTime() - before) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "upgrade: %s on %s, %d rows a table: start %.1f s, migration %s%n",
                what,
                Database.kind(),
                Filling.ROWS,
                seconds,
                migration(process));
    }

    private static String migration(ServerProcess process) {
        String found = MIGRATION
                .matcher(process.consoleSinceStart())
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "none" : found;
    }
}
