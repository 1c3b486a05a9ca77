package org.sipprovisioning.server;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Corrects Payara's answers to malformed HTTP requests: 200 with an empty body (and a stack trace in its log) for a
 * broken escape in the path, as in {@code /provisioning/%zz}, or for an empty Host; 505 for a blank within the path.
 * These requests reach no filter and no valve, and the listener has no setting for them. So probes are added to it.
 *
 * <p>Does nothing on another server. None of Payara's types is named here: a server that inspects the methods of its
 * listeners would not find their classes.
 */
@WebListener
public class PayaraRefusals implements ServletContextListener {

    private static final Logger LOG = System.getLogger(PayaraRefusals.class.getName());

    private List<Runnable> removals = List.of();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!PayaraServices.areHere()) {
            LOG.log(Level.DEBUG, "This server is not Payara");
            return;
        }
        try {
            removals = PayaraListeners.observe(new PayaraServices().listeners());
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "Broken paths will be answered by an empty 200: this Payara is not as expected", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        removals.forEach(Runnable::run);
    }
}
