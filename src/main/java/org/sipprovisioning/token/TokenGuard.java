package org.sipprovisioning.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.OutcomeUnknown;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.request.Throttle;

/** Guards each call that a client makes with a token: limits the failures of a client, and notes uses that failed in the audit trail. */
@ApplicationScoped
public class TokenGuard {
    @Inject
    Throttle throttle;

    @Inject
    ProvisioningTokens tokens;

    @Inject
    AuthTokens authTokens;

    @Inject
    AuditTrail trail;

    /**
     * Runs a call that needs a good token and does not use it up, such as a look-up, and counts its failure.
     *
     * @throws NotFound if the call throws it
     * @throws TooManyRequests after too many failures in a minute
     */
    public <T> T lookUp(Supplier<T> lookUp) {
        throttle.requireTokenLookupAllowed();
        try {
            return lookUp.get();
        } catch (NotFound dead) {
            throttle.tokenLookupFailed();
            throw dead;
        }
    }

    /**
     * Finds the holder of a provisioning token and leaves the token as it is.
     *
     * @throws NotFound if the token is unknown, used, expired or withdrawn, or its holder is not served
     * @throws TooManyRequests as {@link #lookUp}
     */
    public Account holder(String token) {
        return lookUp(() -> tokens.requireLive(token));
    }

    /**
     * Finds the account that an auth token is attached to and leaves the token as it is.
     *
     * @throws NotFound as {@link #holder}, and if the token is not attached
     * @throws TooManyRequests as {@link #lookUp}
     */
    public Account authTokenHolder(String token) {
        return lookUp(() -> authTokens.requireLive(token));
    }

    /**
     * Runs a call that uses a provisioning token up, and whose transaction has ended when it returns. Counts its failure, and notes it in
     * the audit trail.
     *
     * @throws NotFound if the call throws it
     * @throws TooManyRequests after too many failures in a minute
     */
    public <T> T use(String token, Supplier<T> use) {
        return used(use, AuditEvent.Type.TOKEN_CONSUMED, () -> tokens.refused(token));
    }

    /** Runs a call that uses an auth token up, as {@link #use} does. */
    public <T> T useAuthToken(String token, Supplier<T> use) {
        return used(use, AuditEvent.Type.AUTH_TOKEN_CONSUMED, () -> authTokens.refused(token));
    }

    /** Tells the client that its token may be used if the database has not confirmed the use. */
    private static <T> T known(Supplier<T> use) {
        try {
            return use.get();
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isOutcomeUnknown(failure)) {
                throw new OutcomeUnknown("its token may be used. Try again; 404 then means that it is.");
            }
            throw failure;
        }
    }

    private <T> T used(Supplier<T> use, AuditEvent.Type type, Supplier<RefusedToken> refused) {
        try {
            return lookUp(() -> known(use));
        } catch (NotFound dead) {
            trail.noteApart(refused.get().event(type));
            throw dead;
        }
    }
}
