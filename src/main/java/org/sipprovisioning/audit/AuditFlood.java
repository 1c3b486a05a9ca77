package org.sipprovisioning.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.sipprovisioning.request.ClientAddress;
import org.sipprovisioning.request.Limit;

/**
 * Keeps clients from filling the database with refusals. Of one type of event from one network, about the same account or about no account,
 * 300 refusals a minute are noted.
 */
@ApplicationScoped
public class AuditFlood {
    private static final int REFUSALS_A_MINUTE = 300;

    private final Limit refusals = new Limit(REFUSALS_A_MINUTE);

    /** Counts a refusal, and reports whether it is beyond the limit. */
    boolean isTooMany(ClientAddress client, AuditEvent refused) {
        return !refusals.count(client.network()
                + ' '
                + refused.type()
                + ' '
                + refused.account().orElse(""));
    }
}
