package org.sipprovisioning.space;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.OverwritePatterns;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.HostName;

/** Reads the fields of a space from the body of an API request into the entity. */
final class SpaceFields {
    static final String ENTRIES = "custom_provisioning_entries";
    private static final int MAX_ENTRIES = 16 << 20;
    private static final int MAX_REASONS = 20;
    private static final int MAX_NAME = 255;
    private static final int MAX_HOST = 253;
    private static final int MAX_URI = 1_024;
    private static final int MAX_PATTERNS = 1 << 20;

    /** An expiry time lies before this instant, so that its year has four digits in ISO-8601. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Fields fields;
    private final LoginFields logins;

    /** @param allowPrivate whether keys of single sign-on may be fetched from private addresses */
    SpaceFields(Fields fields, boolean allowPrivate) {
        this.fields = fields;
        this.logins = new LoginFields(fields, allowPrivate);
    }

    /** Returns a new space with these fields. Notes the fields that are missing or wrong: they are null in it. */
    Space newSpace() {
        fields.require("domain", "host", "name");
        Space space = new Space(
                fields.value("domain", MAX_HOST, HostName::parse).orElse(null),
                fields.value("host", MAX_HOST, HostName::parse).orElse(null),
                fields.text("name", MAX_NAME).orElse(null));
        applyTo(space);
        return space;
    }

    /** Applies the fields that are present, and notes those that are wrong. The domain identifies the space and cannot change. */
    void applyTo(Space space) {
        fields.keep("domain", "host", "name");
        fields.value("domain", MAX_HOST, HostName::parse, domain -> mustStay(space.domain(), domain));
        fields.value("host", MAX_HOST, HostName::parse, space::answerFor);
        fields.text("name", MAX_NAME, space::rename);
        fields.text("realm", MAX_NAME, space::setRealm);
        fields.value("algorithm", MAX_NAME, DigestAlgorithm::parse, space::setAlgorithm);
        fields.value("account_proxy_registrar_address", MAX_URI, SpaceFields::registrar, space::setRegistrar);
        fields.flag("custom_provisioning_overwrite_all", space::overwriteAll);
        fields.list("custom_provisioning_overwrite", MAX_NAME, patterns -> overwrite(space, patterns));
        fields.flag("super", space::makeSuper);
        fields.value("expire_at", MAX_NAME, SpaceFields::instant, space::expireAt);
        fields.number("max_accounts", 0, Integer.MAX_VALUE, space::limitAccounts);
        fields.number("max_account", 0, Integer.MAX_VALUE, space::limitAppAccounts);
        logins.applyTo(space.logins());
        for (AppFlag flag : AppFlag.values()) {
            fields.flag(flag.key(), on -> space.set(flag, on));
        }
    }

    /**
     * Returns the linphonerc entries of a space, if the field is present and readable. Notes the reasons why a phone could not use them.
     */
    Optional<SpaceEntries> entries(Space space) {
        return fields.rawText(ENTRIES, MAX_ENTRIES).flatMap(text -> read(text, space));
    }

    private Optional<SpaceEntries> read(String text, Space space) {
        try {
            SpaceEntries entries = SpaceEntries.read(text, space);
            entries.faults().stream().limit(MAX_REASONS).forEach(reason -> fields.reject(ENTRIES, reason));
            return Optional.of(entries);
        } catch (LinphonercFault e) {
            fields.reject(ENTRIES, e.getMessage());
            return Optional.empty();
        }
    }

    /** Ignores an empty domain, which {@link Fields#keep} has noted already. */
    private void mustStay(String present, String sent) {
        if (sent != null && !sent.equals(present)) {
            fields.reject("domain", "cannot be changed");
        }
    }

    private void overwrite(Space space, List<String> patterns) {
        List<String> valid = patterns.stream().filter(this::isPattern).toList();
        if (String.join("\n", valid).length() > MAX_PATTERNS) {
            fields.reject(
                    "custom_provisioning_overwrite", "must not have more than %d characters".formatted(MAX_PATTERNS));
        } else {
            space.overwrite(valid);
        }
    }

    private boolean isPattern(String pattern) {
        boolean valid = OverwritePatterns.isValid(pattern);
        if (!valid) {
            fields.reject("custom_provisioning_overwrite", "must hold patterns of the form section/key");
        }
        return valid;
    }

    private static String registrar(String text) {
        SipServer.parse(text);
        return text;
    }

    /** Reads an ISO-8601 time with an offset. Cuts it to milliseconds, as the database stores it. */
    private static Instant instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(LATEST)) {
                throw new IllegalArgumentException("must be in the years 1970 to 9999");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an ISO-8601 time, such as 2030-12-31T23:59:59Z", e);
        }
    }
}
