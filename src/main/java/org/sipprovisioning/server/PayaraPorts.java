package org.sipprovisioning.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sipprovisioning.start.FailedStart;

/**
 * Opens Payara's ports when the application has started, and closes them before it stops: Payara itself would answer 404 and 500 before and
 * after. This concerns the listeners that the configuration leaves to the application ({@link PayaraPort#all}). Does nothing on another
 * server. None of Payara's types is named here, as in {@link PayaraRefusals}.
 */
@WebListener
public class PayaraPorts implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(PayaraPorts.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final StoppingFilter filter = new StoppingFilter();
    private List<PayaraPort> ports = List.of();
    private Runnable removal = () -> {};
    private boolean isOpen;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            if (PayaraServices.areHere()) {
                prepare(new PayaraServices(), event.getServletContext());
            }
        } catch (ReflectiveOperationException e) {
            LOG.log(
                    Level.WARNING,
                    "The ports that are left to the application stay closed: this Payara is not as expected",
                    e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        removal.run();
        if (!filter.isStopping()) {
            ports.forEach(port -> attempt(port::close));
        }
    }

    private void prepare(PayaraServices services, ServletContext context) throws ReflectiveOperationException {
        ports = PayaraPort.all(services);
        if (!ports.isEmpty()) {
            FilterRegistration.Dynamic registration = context.addFilter("stopping", filter);
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
            removal = services.onEvent(this::onEvent);
        }
    }

    private void onEvent(String name) {
        switch (name) {
            case "Application_Running" -> open();
            case "prepare_shutdown" -> stop();
            default -> LOG.log(Level.FINE, name);
        }
    }

    /** The event comes for each application that starts after this one, too. */
    private void open() {
        if (!isOpen) {
            isOpen = true;
            ports.forEach(PayaraPorts::open);
        }
    }

    /** Opens a port, or ends the process, as Payara itself does. */
    private static void open(PayaraPort port) {
        try {
            port.open();
            LOG.info("The server answers at " + port);
        } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
            FailedStart.end(new IllegalStateException("port " + port + " cannot be opened: " + e, e));
        }
    }

    /** Refuses new connections, and gives the requests that are under way the time to be answered. */
    private void stop() {
        ports.forEach(port -> attempt(port::refuse));
        filter.stop();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (PayaraPort port : ports) {
            int left = port.await(Duration.ofNanos(deadline - System.nanoTime()));
            if (left > 0) {
                LOG.warning("The server stops, and " + left + " requests are not answered");
            }
        }
    }

    private static void attempt(Action action) {
        try {
            action.run();
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "A port cannot be closed", e);
        }
    }

    private interface Action {
        void run() throws ReflectiveOperationException;
    }
}
