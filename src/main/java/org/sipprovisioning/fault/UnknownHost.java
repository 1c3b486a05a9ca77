package org.sipprovisioning.fault;

/** The request names a host that this server does not answer for, so that no absolute URL can be made from it. */
public final class UnknownHost extends Fault {

    public UnknownHost() {
        super("This server does not answer for the requested host. Its operator can set provisioning.public-url"
                + " (PROVISIONING_PUBLIC_URL), or add the host to provisioning.allowed-hosts"
                + " (PROVISIONING_ALLOWED_HOSTS).");
    }
}
