package org.sipprovisioning.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.request.Throttle;

/** Stands before everything that a token is shown for: slows down those who guess, and notes which ones were tried in vain. */
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
     * Finds out something by a token that changes nothing.
     *
     * @throws NotFound as the look-up does
     * @throws TooManyRequests after too many of those
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

    /** Uses a provisioning token, in a transaction that has ended by the return. */
    public <T> T use(String token, Supplier<T> use) {
        return used(use, AuditEvent.Type.TOKEN_CONSUMED, () -> tokens.findHolder(token));
    }

    /** Uses an auth token, in a transaction that has ended by the return. */
    public <T> T useAuthToken(String token, Supplier<T> use) {
        return used(use, AuditEvent.Type.AUTH_TOKEN_CONSUMED, () -> authTokens.findHolder(token));
    }

    private <T> T used(Supplier<T> use, AuditEvent.Type type, Supplier<Optional<Account>> holder) {
        try {
            return lookUp(use);
        } catch (NotFound dead) {
            trail.noteApart(holder.get()
                    .map(account -> account.undergoes(type))
                    .orElseGet(() -> AuditEvent.of(type))
                    .asRefused());
            throw dead;
        }
    }
}
