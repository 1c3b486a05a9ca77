package org.sipprovisioning.server;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps WildFly's hosts and their filters in place until its ports are closed, so that a server that stops answers 503 with
 * {@code Retry-After}. By itself WildFly removes them before it closes its ports, and answers 404. Does nothing on another server.
 */
@WebListener
public class WildFlyPorts implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(WildFlyPorts.class.getName());
    private static final String HOSTS = "org.wildfly.undertow.host.";
    private static final String LISTENERS = "org.wildfly.undertow.listener.";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Runnable removal = () -> {};

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            if (WildFlyServices.areHere()) {
                WildFlyServices services = new WildFlyServices();
                List<Object> listeners = services.names(LISTENERS);
                removal = services.add(services.names(HOSTS), () -> awaitStopped(services, listeners));
            }
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "A server that stops may answer 404: this WildFly is not as expected", e);
        }
    }

    /** While the server stops, the service stays until the ports are closed. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        removal.run();
    }

    private static void awaitStopped(WildFlyServices services, List<Object> listeners) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            while (services.areStopping() && isAnyActive(services, listeners) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "This WildFly is not as expected", e);
        }
    }

    private static boolean isAnyActive(WildFlyServices services, List<Object> listeners)
            throws ReflectiveOperationException {
        for (Object listener : listeners) {
            if (services.isActive(listener)) {
                return true;
            }
        }
        return false;
    }
}
