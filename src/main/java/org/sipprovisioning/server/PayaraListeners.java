package org.sipprovisioning.server;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.server.HttpServerFilter;

/** The HTTP listeners of a running Payara. They are found by reflection, because they are not part of its API. */
final class PayaraListeners {

    private final List<Runnable> removals = new ArrayList<>();

    private PayaraListeners() {}

    /**
     * Adds {@link BadRequestProbes} and {@link UpgradeRefusal} to each listener.
     *
     * @return the actions that remove them again
     * @throws ReflectiveOperationException if this Payara has other classes or methods than expected
     */
    static List<Runnable> observe() throws ReflectiveOperationException {
        PayaraListeners listeners = new PayaraListeners();
        for (Object listener : running()) {
            listeners.observe(listener);
        }
        return listeners.removals;
    }

    private static List<Object> running() throws ReflectiveOperationException {
        Class<?> grizzlyService = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Class<?> locator = Class.forName("org.glassfish.hk2.api.ServiceLocator");
        Class<?> networkListener = Class.forName("org.glassfish.grizzly.config.dom.NetworkListener");
        Object habitat = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        Object service = locator.getMethod("getService", Class.class, Annotation[].class)
                .invoke(habitat, grizzlyService, new Annotation[0]);
        List<?> configured = (List<?>) locator.getMethod("getAllServices", Class.class, Annotation[].class)
                .invoke(habitat, networkListener, new Annotation[0]);
        List<Object> listeners = new ArrayList<>();
        for (Object config : configured) {
            Object proxy = grizzlyService
                    .getMethod("lookupNetworkProxy", networkListener)
                    .invoke(service, config);
            if (proxy != null) {
                listeners.add(
                        proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy));
            }
        }
        return listeners;
    }

    private void observe(Object listener) throws ReflectiveOperationException {
        BadRequestProbes.Parsing parsing = new BadRequestProbes.Parsing();
        for (HttpCodecFilter filter : filters(listener, HttpCodecFilter.class)) {
            filter.getMonitoringConfig().addProbes(parsing);
            removals.add(() -> filter.getMonitoringConfig().removeProbes(parsing));
        }
        BadRequestProbes.Receiving receiving = new BadRequestProbes.Receiving();
        for (HttpServerFilter filter : filters(listener, HttpServerFilter.class)) {
            filter.getMonitoringConfig().addProbes(receiving);
            removals.add(() -> filter.getMonitoringConfig().removeProbes(receiving));
        }
        ignoreUpgrade(listener);
    }

    /** Adds the filter at the end of the chain, because the requests under way count the filters before it. */
    private void ignoreUpgrade(Object listener) throws ReflectiveOperationException {
        Transport transport =
                (Transport) listener.getClass().getMethod("getTransport").invoke(listener);
        if (transport.getProcessor() instanceof FilterChain chain) {
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
