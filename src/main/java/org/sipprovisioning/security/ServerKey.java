package org.sipprovisioning.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sipprovisioning.account.Secret;

/** A common secret of the nodes on one database, with which each of them verifies what another has issued. */
@Entity
@Table(name = "server_key")
@SuppressWarnings("unused") // Some columns are read by queries only
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
