package org.sipprovisioning.provisioning.hooks;

import java.util.Optional;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.fault.Fault;
import org.sipprovisioning.hook.Context;

/** A hook has thrown, was too slow, or has made a document that no phone can use. Log and audit trail name it, the answer does not. */
public final class HookFailed extends Fault {
    private final transient AuditEvent event;

    /** @param reason without the message of the hook's own exception, which may hold a secret */
    HookFailed(Hook hook, Context context, String reason) {
        super("Hook " + hook.name() + ": " + reason);
        AuditEvent failed =
                AuditEvent.of(AuditEvent.Type.HOOK_FAILED).asRefused().saying(hook.name() + ": " + reason);
        Optional<String> account =
                context.account().map(present -> new SipAddress(present.username(), present.domain()).uri());
        String space = context.space().domain();
        this.event = account.map(uri -> failed.about(uri, space)).orElseGet(() -> failed.in(space));
    }

    /** Returns the event for the audit trail. */
    public AuditEvent event() {
        return event;
    }
}
