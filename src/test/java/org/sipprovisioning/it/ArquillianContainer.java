package org.sipprovisioning.it;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Starts and stops the suite's server for Arquillian, as an operator does it, with the WAR as the build made it
 * (docs/adr/0012). A server starts together with the WAR, so that deploying is starting.
 */
public final class ArquillianContainer implements DeployableContainer<ArquillianContainer.Configuration> {

    private static ServerProcess running;

    /** An empty configuration: the server has the environment of the tests. */
    public static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {
            // There is nothing to validate.
        }
    }

    /** Registers the container. {@code META-INF/services} names this class. */
    public static final class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(DeployableContainer.class, ArquillianContainer.class);
        }
    }

    static Path directory() {
        return Path.of(System.getProperty("it.directory"), "server");
    }

    static Server server() {
        return running.server();
    }

    static String logs() {
        return running.logs();
    }

    static long pid() {
        return running.pid();
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return ProtocolDescription.DEFAULT;
    }

    /** @param archive Arquillian's handle. The server deploys the file that it was read from. */
    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        Map<String, String> settings = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("PROVISIONING_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        running = ServerProcess.start(directory(), settings);
        return new ProtocolMetaData().addContext(new HTTPContext("127.0.0.1", server().port()));
    }

    @Override
    public void undeploy(Archive<?> archive) {
        running.close();
    }
}
