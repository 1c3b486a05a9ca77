package org.sipprovisioning.provisioning;

import java.util.List;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.space.SipSections;

/**
 * Keeps from a phone the document of an account that it would apply in part only, and call that a success.
 *
 * @param asksRequest whether parameters of the request are in it, and it is they that made it so
 */
record DocumentCheck(Account account, boolean asksRequest) {

    /**
     * @throws MalformedRequest if a phone could not use all of it, and parameters are in it
     * @throws UnusableDocument if it could not, otherwise
     */
    void require(LpConfig document) {
        List<String> faults = SipSections.faults(document);
        if (faults.isEmpty()) {
            return;
        }
        if (asksRequest) {
            throw new MalformedRequest("With these parameters there is no document that a phone could use.");
        }
        throw new UnusableDocument(account.address(), faults);
    }
}
