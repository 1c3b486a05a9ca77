package org.sipprovisioning.lpconfig;

import java.util.List;
import org.sipprovisioning.fault.MalformedRequest;

/**
 * Keeps from a phone the document of an account that it would apply in part only, and call that a success.
 *
 * @param account its SIP URI
 */
public record DocumentCheck(String account) {
    private static final int MAX_FAULTS = 5;

    /** @throws UnusableDocument if a phone could not use all of it */
    public void require(LpConfig document) {
        List<String> faults = SipSections.faults(document);
        if (!faults.isEmpty()) {
            throw new UnusableDocument("A phone could not use the document of " + account + ": "
                    + String.join("; ", faults.subList(0, Math.min(faults.size(), MAX_FAULTS))));
        }
    }

    /** @throws MalformedRequest where it is the request's parameters that make the difference */
    public void requireOfParameters(LpConfig document) {
        if (!SipSections.faults(document).isEmpty()) {
            throw new MalformedRequest("With these parameters there is no document that a phone could use.");
        }
    }
}
