package org.sipprovisioning.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** Finds entries that a phone reads, but whose effect their author has probably not intended. */
final class MeaningCheck {
    private static final Pattern AUTH_INFO = Pattern.compile("auth_info_[0-9]+");
    private static final String NO = "0";
    private static final String TEMPLATE = "${";
    private static final String WRITTEN_KEY_PASSWORD = "client_cert_key_password";
    private static final int MOST_UNKNOWN = 1_000;

    private final Findings findings;
    private final KnownKeys keys;
    private final boolean usesMd5;
    private final List<LinphonercLine> httpUrls = new ArrayList<>();
    private boolean isHttpsOnly;
    private int unknown;

    /** @param usesMd5 whether the space's credentials are MD5 */
    MeaningCheck(Findings findings, KnownKeys keys, boolean usesMd5) {
        this.findings = findings;
        this.keys = keys;
        this.usesMd5 = usesMd5;
    }

    /** @param key the key that the entry sets; empty if it is unknown */
    void check(LinphonercLine line, Optional<KnownKey> key) {
        key.ifPresentOrElse(known -> checkKnown(line, known), () -> checkUnknown(line));
        checkCredential(line);
        if (is(line, "digest_authentication_policy", "allow_md5")
                && line.value().equals(NO)
                && usesMd5) {
            addAtValue(Problem.MD5_SWITCHED_OFF, line);
        }
        if (is(line, "sip", "https_only")) {
            isHttpsOnly = !line.value().equals(NO);
        }
    }

    /** Checks what only the whole text tells. */
    void end() {
        if (isHttpsOnly) {
            httpUrls.forEach(line -> addAtValue(Problem.HTTP_URL, line));
        }
    }

    private void checkKnown(LinphonercLine line, KnownKey key) {
        if (key.type() == ValueType.SECRET && !line.value().contains(TEMPLATE)) {
            addAtKey(Problem.OPEN_SECRET, line);
        }
        if (key.type() == ValueType.URI && line.value().toLowerCase(Locale.ROOT).startsWith("http:")) {
            httpUrls.add(line);
        }
        if (key.readers().stream().allMatch(reader -> reader.until().isPresent())) {
            addAtKey(Problem.KEY_IS_GONE, line, versions(key, true));
        } else if (key.readers().stream().noneMatch(KeyReader::isOld)) {
            addAtKey(Problem.KEY_IS_NEW, line, versions(key, false));
        }
    }

    /** Compares the first unknown keys only, because a comparison with all names of a section is slow. */
    private void checkUnknown(LinphonercLine line) {
        if (!line.key().equals(WRITTEN_KEY_PASSWORD) && unknown++ < MOST_UNKNOWN) {
            keys.nearest(line.section(), line.key())
                    .ifPresent(near -> addAtKey(Problem.UNKNOWN_KEY, line, near.name()));
        }
    }

    private void checkCredential(LinphonercLine line) {
        if (AUTH_INFO.matcher(line.section()).matches()) {
            if (line.key().equals("realm") && line.value().equals("*")) {
                addAtValue(Problem.REALM_STAR, line);
            }
            if (line.key().equals(WRITTEN_KEY_PASSWORD)) {
                addAtKey(Problem.KEY_PASSWORD, line);
                addAtKey(Problem.OPEN_SECRET, line);
            }
        }
    }

    private static String versions(KnownKey key, boolean isGone) {
        return key.readers().stream()
                .sorted(Comparator.comparing(KeyReader::scope))
                .map(reader -> reader.scope().product() + " "
                        + (isGone ? reader.until().orElseThrow() : reader.since()))
                .reduce((first, second) -> first + ", " + second)
                .orElseThrow();
    }

    private static boolean is(LinphonercLine line, String section, String key) {
        return line.section().equals(section) && line.key().equals(key);
    }

    private void addAtKey(Problem problem, LinphonercLine line, Object... details) {
        findings.add(problem, line, line.text().indexOf(line.key()), details);
    }

    private void addAtValue(Problem problem, LinphonercLine line) {
        findings.add(problem, line, line.text().indexOf('=') + 1);
    }
}
