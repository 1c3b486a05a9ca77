package org.sipprovisioning.provisioning.hooks;

import org.sipprovisioning.fault.Fault;

/** A file without a hook that the server can load. The message is for the operator. */
public final class BrokenHook extends Fault {

    BrokenHook(String message) {
        super(message);
    }
}
