package org.sipprovisioning.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** The port of a listener that Payara leaves closed, because the application opens it. */
final class PayaraPort {
    private static final Logger LOG = Logger.getLogger(PayaraPort.class.getName());
    private static final String PROPERTY = "opened-by";
    private static final String VALUE = "provisioning";

    private final PayaraServices services;
    private final Object configuration;
    private final InetSocketAddress address;
    private final UnderWay underWay = new UnderWay();

    private PayaraPort(PayaraServices services, Object configuration) throws ReflectiveOperationException {
        this.services = services;
        this.configuration = configuration;
        this.address = new InetSocketAddress(
                (String) PayaraServices.call(configuration, "getAddress"),
                Integer.parseInt((String) PayaraServices.call(configuration, "getPort")));
    }

    /** Returns the ports of the listeners that are not enabled and have the property {@code opened-by} with the value {@code provisioning}. */
    static List<PayaraPort> all(PayaraServices services) throws ReflectiveOperationException {
        List<PayaraPort> ports = new ArrayList<>();
        for (Object configuration : services.configurations()) {
            Object opener = configuration
                    .getClass()
                    .getMethod("getPropertyValue", String.class)
                    .invoke(configuration, PROPERTY);
            if (VALUE.equals(opener) && "false".equals(PayaraServices.call(configuration, "getEnabled"))) {
                ports.add(new PayaraPort(services, configuration));
            }
        }
        return ports;
    }

    /**
     * Opens the port. Payara creates a listener and opens its port at once, before anything can be added to the listener. Therefore it
     * opens another port, which no client knows.
     */
    void open() throws ReflectiveOperationException, IOException {
        change(freePort(address.getAddress()), true);
        Object listener = services.listener(configuration).orElseThrow();
        complete(listener);
        TCPNIOTransport transport = PayaraListeners.transport(listener);
        transport.unbindAll();
        transport.bind(address);
    }

    private void complete(Object listener) {
        try {
            PayaraListeners.observe(List.of(listener));
            PayaraListeners.addProbe(listener, underWay);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Port " + this + " opens without its additions: this Payara is not as expected", e);
        }
    }

    /** Refuses new connections. Those that are open stay open. */
    void refuse() throws ReflectiveOperationException {
        Optional<Object> listener = services.listener(configuration);
        if (listener.isPresent()) {
            PayaraListeners.transport(listener.get()).unbindAll();
        }
    }

    /** Waits until no request is under way, but no longer than this. Returns how many still are. */
    int await(Duration limit) {
        return underWay.await(limit);
    }

    /** Closes the port and its connections. */
    void close() throws ReflectiveOperationException {
        change(address.getPort(), false);
    }

    private void change(int port, boolean isEnabled) throws ReflectiveOperationException {
        services.change(
                configuration, Map.of("setPort", Integer.toString(port), "setEnabled", Boolean.toString(isEnabled)));
    }

    private static int freePort(InetAddress at) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, at)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String toString() {
        return address.getHostString() + ":" + address.getPort();
    }
}
