package org.sipprovisioning.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sipprovisioning.account.Secret;

/** A secret of the servers on one database, by which they know again what any of them has given out. */
@Entity
@Table(name = "server_key")
@SuppressWarnings("unused") // Queries read what no Java does
public class ServerKey {
    static final String NONCES = "nonces";

    private static final int BITS = 256;

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "secret")
    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ServerKey() {}

    ServerKey(String name) {
        this.name = name;
        this.secret = Secret.random(BITS).value();
        this.createdAt = Instant.now();
    }

    String secret() {
        return secret;
    }
}
