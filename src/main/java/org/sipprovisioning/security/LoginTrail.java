package org.sipprovisioning.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.request.ShortKey;

/**
 * Records logins in the audit trail. A program sends the same credential with every request: its logins are recorded once a minute for each
 * account, address and kind of credential. A credential that is made for one request is recorded each time.
 */
@ApplicationScoped
public class LoginTrail {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final long MAX_KEPT = 20_000;

    @Inject
    AuditTrail trail;

    @Inject
    RequestTarget target;

    /** The keys are made of the kind of credential, the account and the address. */
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(QUIET).build();

    void passed(RequestCredential credential, String account) {
        String login = ShortKey.of(
                credential.way() + ' ' + account + ' ' + target.client().text());
        if (seen.asMap().putIfAbsent(login, true) == null || credential.isForOneRequest()) {
            trail.noteApart(about(Optional.of(account)).by(account).saying(credential.way()));
        }
    }

    void failed(RequestCredential credential) {
        trail.noteApart(about(credential.claimedUri())
                .saying(credential.way())
                .because(credential.reason())
                .asRefused());
    }

    private static AuditEvent about(Optional<String> account) {
        AuditEvent login = AuditEvent.of(AuditEvent.Type.LOGIN);
        return account.flatMap(SipAddress::find)
                .map(address -> login.about(address.uri(), address.domain()))
                .orElse(login);
    }
}
