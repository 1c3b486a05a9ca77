package org.sipprovisioning.lpconfig;

import java.util.List;
import org.sipprovisioning.fault.MalformedRequest;

/**
 * Refuses an account's document of which a phone would apply only a part and report success (see {@link SipSections}).
 *
 * @param account the SIP URI of the account, for the message
 */
public record DocumentCheck(String account) {
    private static final int MAX_FAULTS = 5;

    /** @throws UnusableDocument if a phone could not use all of the document */
    public void require(LpConfig document) {
        List<String> faults = SipSections.faults(document);
        if (!faults.isEmpty()) {
            throw new UnusableDocument("A phone could not use the document of " + account + ": "
                    + String.join("; ", faults.subList(0, Math.min(faults.size(), MAX_FAULTS))));
        }
    }

    /**
     * Checks a document in which parameters of the request are filled in.
     *
     * @throws MalformedRequest if a phone could not use all of the document
     */
    public void requireOfParameters(LpConfig document) {
        if (!SipSections.faults(document).isEmpty()) {
            throw new MalformedRequest("With these parameters there is no document that a phone could use.");
        }
    }
}
