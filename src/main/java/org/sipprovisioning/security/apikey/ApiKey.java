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
 * A secret that a program proves an account with, in header {@code x-api-key}; kept as its hash. An admin's lives until it is revoked, a
 * user's until it has not been used for an hour.
 */
@SuppressWarnings("unused") // Queries read what no Java does
@Entity
@Table(name = "api_key")
public class ApiKey {
    /** The length of a generated key. */
    static final int BITS = 256;

    /** How long a user's key lives without being used. */
    static final Duration USER_KEY_IDLE = Duration.ofMinutes(60);

    /** Uses in between are not recorded. */
    static final Duration RECORDED_EVERY = Duration.ofMinutes(1);

    /** Where a key comes from. */
    enum Kind {
        /** Made at the first start, written to the data directory. */
        FIRST,
        /** Named by {@code provisioning.admin.api-key}: there is one at most. */
        CONFIGURED,
        /** Made by an admin, for their programs. */
        ADMIN,
        /** Given to a user: an account has one at most. */
        USER;

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

    /** Addresses and blocks of them that it may be used from; none: from anywhere. */
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

    public boolean isAlive(Instant now) {
        return kind != Kind.USER
                || lastUsedAt().orElse(createdAt).plus(USER_KEY_IDLE).isAfter(now);
    }

    /** @param client its numeric address */
    public boolean mayBeUsedFrom(String client) {
        return ips == null || ips().stream().map(AddressRange::parse).anyMatch(range -> range.contains(client));
    }

    public boolean isUseToRecord(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(RECORDED_EVERY).isBefore(now);
    }
}
