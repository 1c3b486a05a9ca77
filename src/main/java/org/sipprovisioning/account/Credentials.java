package org.sipprovisioning.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipprovisioning.space.DigestAlgorithm;

/** The ha1 of an account's password in each algorithm (RFC 7616 §3.4.2). SIP's Digest needs no more, so nothing else is stored. */
@Embeddable
public class Credentials {
    @Column(name = "ha1_md5")
    private String md5;

    @Column(name = "ha1_sha256")
    private String sha256;

    protected Credentials() {}

    /** Returns the credentials of an account without a password. */
    static Credentials none() {
        return new Credentials();
    }

    static Credentials of(String username, String realm, String password) {
        Credentials credentials = new Credentials();
        credentials.md5 = DigestAlgorithm.MD5.ha1(username, realm, password);
        credentials.sha256 = DigestAlgorithm.SHA_256.ha1(username, realm, password);
        return credentials;
    }

    /** Returns the name of the attribute that holds the ha1 of this algorithm, for queries. */
    static String attribute(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case MD5 -> "md5";
            case SHA_256 -> "sha256";
        };
    }

    /** Returns the ha1 in lower-case hex; empty if the account has no password. */
    public Optional<String> ha1(DigestAlgorithm algorithm) {
        return Optional.ofNullable(byAlgorithm().get(algorithm));
    }

    /** Whether both are made of the same password, user name and realm. False if the account has no password. */
    boolean matches(Credentials others) {
        return sha256 != null && MessageDigest.isEqual(sha256.getBytes(US_ASCII), others.sha256.getBytes(US_ASCII));
    }

    /** Returns the algorithms in which there is an ha1; an empty list if the account has no password. */
    List<DigestAlgorithm> algorithms() {
        return List.copyOf(byAlgorithm().keySet());
    }

    private Map<DigestAlgorithm, String> byAlgorithm() {
        Map<DigestAlgorithm, String> ha1s = new EnumMap<>(DigestAlgorithm.class);
        Optional.ofNullable(md5).ifPresent(ha1 -> ha1s.put(DigestAlgorithm.MD5, ha1));
        Optional.ofNullable(sha256).ifPresent(ha1 -> ha1s.put(DigestAlgorithm.SHA_256, ha1));
        return ha1s;
    }
}
