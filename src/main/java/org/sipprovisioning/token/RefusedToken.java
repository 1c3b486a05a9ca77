package org.sipprovisioning.token;

import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.Reason;

/** What the audit trail tells of a token that was refused. Public, because servers generate the callers of an EJB in another class loader. */
public record RefusedToken(Optional<Account> account, Optional<Reason> reason) {

    static RefusedToken unknown() {
        return new RefusedToken(Optional.empty(), Optional.of(Reason.UNKNOWN_TOKEN));
    }

    /** @param fault the reason that the token itself gives, if any */
    static RefusedToken of(Optional<Reason> fault, Optional<Account> account) {
        return new RefusedToken(account, fault.or(() -> account.flatMap(Account::refusal)));
    }

    AuditEvent event(AuditEvent.Type type) {
        return account.map(holder -> holder.undergoes(type))
                .orElseGet(() -> AuditEvent.of(type))
                .because(reason)
                .asRefused();
    }
}
