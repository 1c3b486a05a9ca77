package org.sipprovisioning.provisioning.hooks;

import org.sipprovisioning.fault.Fault;

/** A file that holds no hook that we can load. The message is for the operator. */
public final class BrokenHook extends Fault {

    BrokenHook(String message) {
        super(message);
    }
}
