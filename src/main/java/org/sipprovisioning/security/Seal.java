package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.start.FailedStart;

/** Authenticates what the nodes on one database issue, by HMAC-SHA-256 (RFC 2104) with their common key. */
@Startup
@Singleton
@Lock(LockType.READ)
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    ServerKeys keys;

    private SecretKeySpec key;

    @PostConstruct
    void start() {
        FailedStart.guard(() -> key = new SecretKeySpec(secret().getBytes(US_ASCII), ALGORITHM));
    }

    /** Returns the seal of the content: 32 bytes. */
    public byte[] of(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private String secret() {
        try {
            return keys.secret();
        } catch (EJBException e) {
            if (!DatabaseFailure.isTransient(e)) {
                throw e;
            }
            // Another node has stored its key at the same time: this finds it
            return keys.secret();
        }
    }
}
