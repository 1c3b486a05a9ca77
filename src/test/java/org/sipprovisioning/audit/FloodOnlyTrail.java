package org.sipprovisioning.audit;

import org.sipprovisioning.request.RequestTarget;

/** A trail that counts refusals, and writes nothing. */
public final class FloodOnlyTrail extends AuditTrail {
    public FloodOnlyTrail(RequestTarget target) {
        this.target = target;
        this.flood = new AuditFlood();
    }

    @Override
    public void noteApart(AuditEvent event) {
        if (event.refused()) {
            flood.isTooMany(target.client(), event);
        }
    }
}
