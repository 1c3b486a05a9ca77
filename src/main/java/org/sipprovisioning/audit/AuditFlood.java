package org.sipprovisioning.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.sipprovisioning.request.ClientAddress;
import org.sipprovisioning.request.Limit;

/** Keeps strangers from filling the database with what they were refused: beyond a number a minute and address it is not noted. */
@ApplicationScoped
public class AuditFlood {
    private static final int REFUSALS_A_MINUTE = 300;

    private final Limit refusals = new Limit(REFUSALS_A_MINUTE);

    boolean isOneMore(ClientAddress client) {
        return !refusals.count(client.network());
    }
}
