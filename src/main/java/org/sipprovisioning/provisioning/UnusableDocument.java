package org.sipprovisioning.provisioning;

import java.util.List;
import java.util.stream.Collectors;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.fault.Fault;

/** An account's document that a phone would apply in part only. Tells section and key, never a value. */
public final class UnusableDocument extends Fault {

    private static final int MAX_FAULTS = 5;

    UnusableDocument(SipAddress account, List<String> faults) {
        super("A phone could not use the document of " + account.uri() + ": "
                + faults.stream().limit(MAX_FAULTS).collect(Collectors.joining("; ")));
    }
}
