package org.sipprovisioning.provisioning.hooks;

import java.util.Optional;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.Occurrence;
import org.sipprovisioning.audit.Occurrence.Event;
import org.sipprovisioning.fault.Fault;
import org.sipprovisioning.hook.Context;

/** A hook has thrown, was too slow, or has made a document that no phone can use. Log and audit trail name it, the answer does not. */
public final class HookFailed extends Fault {
    private final transient Occurrence occurrence;

    /** @param reason without anything that a hook's own message may hold */
    HookFailed(Hook hook, Context context, String reason) {
        super("Hook " + hook.name() + ": " + reason);
        Occurrence failed = Occurrence.of(Event.HOOK_FAILED).asRefused().saying(hook.name() + ": " + reason);
        Optional<String> account =
                context.account().map(present -> new SipAddress(present.username(), present.domain()).uri());
        String space = context.space().domain();
        this.occurrence = account.map(uri -> failed.about(uri, space)).orElseGet(() -> failed.in(space));
    }

    public Occurrence occurrence() {
        return occurrence;
    }
}
