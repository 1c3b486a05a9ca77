package org.sipprovisioning.rest;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Payara refuses what is no HTTP request with wrong answers: 200 with an empty body (and a stack trace in its log) for
 * a broken escape in the path, as in {@code /provisioning/%zz}, or an empty Host; 505 for a blank within the path. None
 * of them reaches a filter or a valve, and the listener has no setting for them: so a probe is put into the listener.
 *
 * <p>Does nothing on another server: none of Payara's types is named here, since a server that looks through the
 * methods of its listeners would miss their classes.
 */
@WebListener
public class PayaraRefusals implements ServletContextListener {

    private static final Logger LOG = System.getLogger(PayaraRefusals.class.getName());

    private List<Runnable> removals = List.of();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        } catch (ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "This server is not Payara");
            return;
        }
        try {
            removals = PayaraListeners.observe();
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "Broken paths will be answered by an empty 200: this Payara is not as expected", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        removals.forEach(Runnable::run);
    }
}
