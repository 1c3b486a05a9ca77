package org.sipprovisioning.server;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * The filter that {@link PayaraListeners} adds to Payara's listeners: the header {@code Upgrade} is ignored, as RFC 9110 §7.8 allows.
 * Payara does not know the protocols that clients name there, but takes the body for the beginning of the other protocol: it ignores the
 * body's length, and waits for more.
 */
final class UpgradeRefusal extends BaseFilter {

    /** Takes back what Payara has noted about the upgrade, before Payara looks at the length of the body. */
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof IncomingHttpUpgradeEvent upgrade) {
            HttpHeader request = upgrade.getHttpHeader();
            request.setIgnoreContentModifiers(false);
            request.getUpgradeDC().recycle();
        }
        return context.getInvokeAction();
    }
}
