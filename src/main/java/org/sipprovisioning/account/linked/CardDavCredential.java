package org.sipprovisioning.account.linked;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Identity;
import org.sipprovisioning.space.CardDavServer;
import org.sipprovisioning.space.DigestAlgorithm;

/**
 * What an account proves itself with to a CardDAV server of its space, by Digest. Its ha1 is made of the user name, the realm and the
 * algorithm, and void as soon as one of them changes.
 */
@SuppressWarnings("unused") // Queries read what no Java does
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

    @Column(name = "username")
    private String username;

    @Column(name = "realm")
    private String realm;

    @Column(name = "algorithm")
    private DigestAlgorithm algorithm = DigestAlgorithm.MD5;

    @Column(name = "ha1")
    private String ha1;

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

    public Identity identity() {
        return new Identity(username, realm);
    }

    /** The host of the server. */
    public String host() {
        return server.host();
    }

    public DigestAlgorithm algorithm() {
        return algorithm;
    }

    public String ha1() {
        return ha1;
    }

    boolean isNew() {
        return id == null;
    }

    boolean needsPassword() {
        return ha1 == null;
    }

    void setUsername(String newUsername) {
        voidUnless(Objects.equals(username, newUsername));
        username = newUsername;
    }

    void setRealm(String newRealm) {
        voidUnless(Objects.equals(realm, newRealm));
        realm = newRealm;
    }

    void setAlgorithm(DigestAlgorithm newAlgorithm) {
        DigestAlgorithm wanted = Objects.requireNonNullElse(newAlgorithm, DigestAlgorithm.MD5);
        voidUnless(algorithm == wanted);
        algorithm = wanted;
    }

    void setPassword(String password) {
        ha1 = algorithm.ha1(username, realm, password);
    }

    private void voidUnless(boolean unchanged) {
        if (!unchanged) {
            ha1 = null;
        }
    }
}
