package org.sipprovisioning.security;

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
import java.time.Instant;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Secret;

/** A secret that a program proves an account with, in header {@code x-api-key}; kept as its hash. */
@SuppressWarnings("unused") // Queries read what no Java does
@Entity
@Table(name = "api_key")
public class ApiKey {
    /** Where a key comes from. */
    enum Kind {
        /** Made at the first start, written to the data directory. */
        FIRST,
        /** Named by {@code provisioning.admin.api-key}: there is one at most. */
        CONFIGURED
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

    @Column(name = "created_at")
    private Instant createdAt;

    protected ApiKey() {}

    ApiKey(Account account, Secret secret, Kind kind, String name) {
        this.account = account;
        this.hash = secret.hash();
        this.name = name;
        this.kind = kind;
        this.createdAt = Instant.now();
    }

    Account account() {
        return account;
    }
}
