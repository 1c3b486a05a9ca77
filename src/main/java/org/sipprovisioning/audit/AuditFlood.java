package org.sipprovisioning.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.sipprovisioning.request.ClientAddress;
import org.sipprovisioning.request.Limit;

/**
 * Keeps strangers from filling the database with what they were refused: the same from the same address, about the same account or about
 * none, is noted no more often than this in a minute.
 */
@ApplicationScoped
public class AuditFlood {
    private static final int REFUSALS_A_MINUTE = 300;

    private final Limit refusals = new Limit(REFUSALS_A_MINUTE);

    boolean isTooMany(ClientAddress client, AuditEvent refused) {
        return !refusals.count(client.network()
                + ' '
                + refused.type()
                + ' '
                + refused.account().orElse(""));
    }
}
