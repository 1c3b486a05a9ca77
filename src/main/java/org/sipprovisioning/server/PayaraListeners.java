package org.sipprovisioning.server;

import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** What the application adds to the HTTP listeners of Payara. */
final class PayaraListeners {

    private final List<Runnable> removals = new ArrayList<>();

    private PayaraListeners() {}

    /**
     * Adds {@link BadRequestProbes} and {@link UpgradeRefusal} to each listener.
     *
     * @return the actions that remove them again
     * @throws ReflectiveOperationException if this Payara has other classes or methods than expected
     */
    static List<Runnable> observe(List<Object> listeners) throws ReflectiveOperationException {
        PayaraListeners observed = new PayaraListeners();
        for (Object listener : listeners) {
            observed.observe(listener);
        }
        return observed.removals;
    }

    private void observe(Object listener) throws ReflectiveOperationException {
        BadRequestProbes.Parsing parsing = new BadRequestProbes.Parsing();
        for (HttpCodecFilter filter : filters(listener, HttpCodecFilter.class)) {
            filter.getMonitoringConfig().addProbes(parsing);
            removals.add(() -> filter.getMonitoringConfig().removeProbes(parsing));
        }
        removals.addAll(addProbe(listener, new BadRequestProbes.Receiving()));
        ignoreUpgrade(listener);
    }

    /** Returns the actions that remove the probe again. */
    static List<Runnable> addProbe(Object listener, HttpServerProbe probe) throws ReflectiveOperationException {
        List<Runnable> removals = new ArrayList<>();
        for (HttpServerFilter filter : filters(listener, HttpServerFilter.class)) {
            filter.getMonitoringConfig().addProbes(probe);
            removals.add(() -> filter.getMonitoringConfig().removeProbes(probe));
        }
        return removals;
    }

    static TCPNIOTransport transport(Object listener) throws ReflectiveOperationException {
        return (TCPNIOTransport) PayaraServices.call(listener, "getTransport");
    }

    /** Adds the filter at the end of the chain, because the requests under way count the filters before it. */
    private void ignoreUpgrade(Object listener) throws ReflectiveOperationException {
        if (transport(listener).getProcessor() instanceof FilterChain chain) {
            UpgradeRefusal refusal = new UpgradeRefusal();
            chain.add(refusal);
            removals.add(() -> chain.remove(refusal));
        }
    }

    private static <F> List<F> filters(Object listener, Class<F> type) throws ReflectiveOperationException {
        List<?> filters = (List<?>)
                listener.getClass().getMethod("getFilters", Class.class).invoke(listener, type);
        return filters.stream().map(type::cast).toList();
    }
}
