package org.sipprovisioning.rest;

import jakarta.servlet.DispatcherType;
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

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            if (PayaraServices.areHere()) {
                prepare(new PayaraServices(), event.getServletContext());
            }
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "The application opens no port: this Payara is not as expected", e);
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
            context.addFilter("stopping", filter)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
            removal = services.onEvent(this::onEvent);
        }
    }

    private void onEvent(String name) {
        switch (name) {
            case "Application_Running" -> ports.forEach(this::open);
            case "prepare_shutdown" -> stop();
            default -> LOG.log(Level.FINE, name);
        }
    }

    /** Opens a port, or ends the process: without its port the server would be of no use to anyone. */
    private void open(PayaraPort port) {
        try {
            port.open();
            LOG.info("The server answers at " + port);
        } catch (ReflectiveOperationException | IOException e) {
            LOG.log(Level.SEVERE, "The server ends: port " + port + " cannot be opened", e);
            new Thread(() -> System.exit(1)).start();
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
