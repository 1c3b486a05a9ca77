package org.sipprovisioning.account.linked;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.sipprovisioning.space.DigestAlgorithm;

/**
 * The user name, realm, algorithm and ha1 (RFC 7616 §3.4.2) by which an account authenticates to another server. The ha1 is void (null)
 * as soon as the user name, the realm or the algorithm changes. The database column does not accept a void ha1.
 */
@Embeddable
public class DigestSecret {
    @Column(name = "username")
    private String username;

    @Column(name = "realm")
    private String realm;

    @Column(name = "algorithm")
    private DigestAlgorithm algorithm = DigestAlgorithm.MD5;

    @Column(name = "ha1")
    private String ha1;

    protected DigestSecret() {}

    String username() {
        return username;
    }

    /** Returns the realm, or null if none is set. */
    String realm() {
        return realm;
    }

    DigestAlgorithm algorithm() {
        return algorithm;
    }

    /** Returns the ha1 in lower-case hex, or null if it is void. */
    String ha1() {
        return ha1;
    }

    /** Whether the ha1 is void, so that a password is required. */
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

    /** Sets the algorithm; null sets MD5. */
    void setAlgorithm(DigestAlgorithm newAlgorithm) {
        DigestAlgorithm wanted = Objects.requireNonNullElse(newAlgorithm, DigestAlgorithm.MD5);
        voidUnless(algorithm == wanted);
        algorithm = wanted;
    }

    /**
     * Makes the ha1 for the present user name and algorithm.
     *
     * @param challengedRealm the realm of the other server's challenges
     */
    void setPassword(String password, String challengedRealm) {
        ha1 = algorithm.ha1(username, challengedRealm, password);
    }

    /** Makes the ha1 void, unless a value that it depends on is unchanged. */
    void voidUnless(boolean unchanged) {
        if (!unchanged) {
            ha1 = null;
        }
    }
}
