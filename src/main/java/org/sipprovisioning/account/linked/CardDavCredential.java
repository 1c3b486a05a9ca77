package org.sipprovisioning.account.linked;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Identity;
import org.sipprovisioning.space.CardDavServer;
import org.sipprovisioning.space.DigestAlgorithm;

/** The credential by which an account authenticates to a CardDAV server of its space. */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@Table(name = "carddav_credential")
public class CardDavCredential {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    @Column(name = "version")
    private long version;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @ManyToOne(optional = false)
    @JoinColumn(name = "server_id")
    private CardDavServer server;

    @Embedded
    private DigestSecret secret = new DigestSecret();

    protected CardDavCredential() {}

    CardDavCredential(Account account, CardDavServer server) {
        this.account = account;
        this.server = server;
    }

    Account account() {
        return account;
    }

    long serverId() {
        return server.id();
    }

    boolean isForSameServer(CardDavCredential other) {
        return serverId() == other.serverId();
    }

    DigestSecret secret() {
        return secret;
    }

    public Identity identity() {
        return new Identity(secret.username(), secret.realm());
    }

    /** Returns the host of the server. */
    public String host() {
        return server.host();
    }

    public DigestAlgorithm algorithm() {
        return secret.algorithm();
    }

    public String ha1() {
        return secret.ha1();
    }

    boolean isNew() {
        return id == null;
    }

    void setPassword(String password) {
        secret.setPassword(password, secret.realm());
    }
}
