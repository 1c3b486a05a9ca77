package org.sipprovisioning.datasource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC URL of H2 or MariaDB. Its {@link #toString()} has neither user information nor parameters. */
record DatabaseUrl(String given) {
    private static final String H2 = "jdbc:h2:";
    private static final String MARIADB = "jdbc:mariadb:";

    /** A path on disk. H2 needs no {@code file:} before one. */
    private static final Pattern H2_FILE =
            Pattern.compile("jdbc:h2:(?:file:|(?=[~./\\\\]|[A-Za-z]:[/\\\\]))(?<path>[^;]*)(?<rest>.*)");

    private static final List<String> H2_OPTIONS = List.of(
            // EclipseLink reads a generated id by CALL IDENTITY(), which only this mode has.
            "MODE=LEGACY",
            // A commit is on disk when it returns: a used token must not be valid again after a crash.
            "WRITE_DELAY=0",
            "LOCK_TIMEOUT=2000",
            // The pool closes the database. H2's own shutdown hook would close it while requests are still running.
            "DB_CLOSE_ON_EXIT=FALSE",
            // The trace file would contain SQL with values.
            "TRACE_LEVEL_FILE=0");

    private static final List<String> MARIADB_OPTIONS = List.of(
            // These two and the pool's own limit keep every request below 4 s while the database is down or hangs.
            "connectTimeout=1000",
            "socketTimeout=2500",
            // A wait for a lock then ends with error 1205, and not with a lost connection. Any other statement ends
            // with error 1969 before the driver gives up: the database would go on with it for nobody.
            "sessionVariables=innodb_lock_wait_timeout=2,max_statement_time=2.2",
            // For URLs with several hosts: the driver would try 120 times, within the request, and avoid a host
            // that has failed once for 60 s, even if the others fail.
            "retriesAllDown=2",
            "deniedListTimeout=1000",
            // At a node of a Galera cluster, a transaction then begins with all that was committed before (ADR 33).
            // A node that is not ready refuses EXECUTE IMMEDIATE, and the driver goes on to the next host. A
            // MariaDB that was built without Galera does not know the variable.
            "initSql=SET @sync = (SELECT COUNT(*) FROM information_schema.session_variables"
                    + " WHERE variable_name = 'wsrep_sync_wait');"
                    + "EXECUTE IMMEDIATE IF(@sync, 'SET SESSION wsrep_sync_wait = 7', 'DO 0')");

    DatabaseUrl {
        if (!given.startsWith(H2) && !given.startsWith(MARIADB)) {
            throw new IllegalArgumentException("PROVISIONING_DB_URL must begin with " + H2 + " or " + MARIADB);
        }
    }

    boolean isH2() {
        return given.startsWith(H2);
    }

    /** Returns the directory of an embedded database; empty for other URLs. */
    Optional<Path> directory() {
        String home = Matcher.quoteReplacement(System.getProperty("user.home"));
        return Optional.of(H2_FILE.matcher(given))
                .filter(Matcher::matches)
                .map(file -> file.group("path").replaceFirst("^~(?=[/\\\\])", home))
                .map(file -> Path.of(file).toAbsolutePath().getParent());
    }

    /** Returns the user if none is set: H2 needs one. */
    String defaultUser() {
        return isH2() && isAbsent("USER=", ";") ? "sa" : "";
    }

    /** Returns the URL with the options above, except those that it sets itself, and with {@link OwnerOnlyFiles} for a path on disk. */
    String withOptions() {
        StringBuilder url = new StringBuilder(onDisk());
        String separator = isH2() ? ";" : given.contains("?") ? "&" : "?";
        for (String option : isH2() ? H2_OPTIONS : MARIADB_OPTIONS) {
            if (isWanted(option)) {
                url.append(separator).append(option);
                separator = isH2() ? ";" : "&";
            }
        }
        return url.toString();
    }

    private String onDisk() {
        Matcher file = H2_FILE.matcher(given);
        return file.matches() ? H2 + OwnerOnlyFiles.prefix() + file.group("path") + file.group("rest") : given;
    }

    /** Whether to add the option. Without its shutdown hook, H2 refuses a database that several processes share. */
    private boolean isWanted(String option) {
        boolean refused = option.startsWith("DB_CLOSE_ON_EXIT") && !isAbsent("AUTO_SERVER=TRUE", ";");
        return !refused && isAbsent(option.substring(0, option.indexOf('=') + 1), isH2() ? ";" : "?", "&");
    }

    private boolean isAbsent(String key, String... separators) {
        String text = given.toUpperCase(Locale.ROOT);
        return List.of(separators).stream()
                .noneMatch(separator -> text.contains(separator + key.toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return given.replaceFirst("[;?].*", "").replaceFirst("//[^/]*@", "//");
    }
}
