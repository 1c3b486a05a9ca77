package org.sipprovisioning.security.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.settings.AddressRange;

/**
 * A secret with which a program authenticates as an account, in the header {@code x-api-key}. Only its hash is stored. An admin's key is
 * valid until it is revoked, a user's key until it has not been used for an hour.
 */
@SuppressWarnings("unused") // Some columns are read by queries only
@Entity
@Table(name = "api_key")
public class ApiKey {
    /** The length of a generated key. */
    static final int BITS = 256;

    /** A user's key that has not been used for this time is not valid any more. */
    static final Duration USER_KEY_IDLE = Duration.ofMinutes(60);

    /** A use within this time after the last recorded one is not recorded. */
    static final Duration RECORDED_EVERY = Duration.ofMinutes(1);

    /** The origin of a key. */
    enum Kind {
        /** Made at the first start, and written to the data directory. */
        FIRST,
        /** Set by {@code provisioning.admin.api-key}. There is at most one. */
        CONFIGURED,
        /** Made by an admin, for programs. */
        ADMIN,
        /** Given to a user. An account has at most one. */
        USER;

        /** Returns the name in the API and in the audit trail. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Column(name = "hash")
    private String hash;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "ips")
    private String ips;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiKey() {}

    ApiKey(Account account, Secret secret, Kind kind, String name) {
        this.account = account;
        this.hash = secret.hash();
        this.name = name;
        this.kind = kind;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    Long id() {
        return id;
    }

    public Account account() {
        return account;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** Returns the addresses and address ranges that it may be used from. An empty list allows all addresses. */
    List<String> ips() {
        return Optional.ofNullable(ips).stream().flatMap(String::lines).toList();
    }

    void restrictTo(List<String> addresses) {
        ips = addresses.isEmpty() ? null : String.join("\n", addresses);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** Whether it is a user's key, and not one for administration. */
    public boolean isOfUser() {
        return kind == Kind.USER;
    }

    /** Whether it is valid at this time. */
    public boolean isAlive(Instant now) {
        return !isOfUser() || lastUsedAt().orElse(createdAt).plus(USER_KEY_IDLE).isAfter(now);
    }

    /** @param client the numeric address of the client */
    public boolean mayBeUsedFrom(String client) {
        return ips == null || ips().stream().map(AddressRange::parse).anyMatch(range -> range.contains(client));
    }

    /** Whether the last recorded use is so long ago that a use at this time is recorded. */
    public boolean isUseToRecord(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(RECORDED_EVERY).isBefore(now);
    }
}
