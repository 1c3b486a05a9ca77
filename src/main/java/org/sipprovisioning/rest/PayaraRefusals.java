package org.sipprovisioning.rest;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.server.HttpServerFilter;

/**
 * Payara refuses what is no HTTP request with wrong answers: 200 with an empty body (and a stack trace in its log) for
 * a broken escape in the path, as in {@code /provisioning/%zz}, or an empty Host; 505 for a blank within the path. None
 * of them reaches a filter or a valve, and the listener has no setting for them: so a probe is put into the listener.
 *
 * <p>Does nothing on another server. The listener is found by reflection, since its classes are Payara's own.
 */
@WebListener
public class PayaraRefusals implements ServletContextListener {

    private static final Logger LOG = System.getLogger(PayaraRefusals.class.getName());

    private final List<Runnable> removals = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Class<?> grizzlyService = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
            for (Object listener : listeners(grizzlyService)) {
                observe(listener);
            }
        } catch (ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "This server is not Payara");
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "Broken paths will be answered by an empty 200: this Payara is not as expected", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        removals.forEach(Runnable::run);
    }

    private static List<Object> listeners(Class<?> grizzlyService) throws ReflectiveOperationException {
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
    }

    private static <F> List<F> filters(Object listener, Class<F> type) throws ReflectiveOperationException {
        List<?> filters = (List<?>)
                listener.getClass().getMethod("getFilters", Class.class).invoke(listener, type);
        return filters.stream().map(type::cast).toList();
    }
}
