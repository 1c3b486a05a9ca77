package org.sipprovisioning.security.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.HttpsURLConnection;

/** Fetches an issuer's keys. This is the only HTTP request that this server sends to another server. */
final class JwksFetch {
    private static final Logger LOG = Logger.getLogger(JwksFetch.class.getName());
    private static final int MAX_BYTES = 1 << 20;
    private static final int OK = 200;

    private final URI url;
    private final GuardedConnections connections;

    JwksFetch(URI url, GuardedConnections connections) {
        this.url = url;
        this.connections = connections;
    }

    /** Returns empty, and logs a warning, if the keys cannot be fetched or read. */
    Optional<JwkList> fetch() {
        try {
            return Optional.of(JwkList.parse(new String(read(), UTF_8)));
        } catch (ParseException e) {
            warn("what it answers is no JWK set");
        } catch (IOException e) {
            warn(e.toString().replaceAll("\\p{Cntrl}+", " "));
        }
        return Optional.empty();
    }

    /** Logs the URL without its query, which may contain secrets. */
    private void warn(String reason) {
        LOG.log(Level.WARNING, "Cannot fetch the keys of single sign-on from {0}{1}: {2}", new Object[] {
            url.getAuthority(), url.getPath(), reason
        });
    }

    /**
     * Sends the request once, without a proxy, a redirect or a cache, and on a new connection: one that an earlier fetch has left open
     * would have the deadline of that fetch.
     */
    private byte[] read() throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
        connection.setSSLSocketFactory(connections.open());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close");
        try {
            return body(connection);
        } finally {
            connection.disconnect();
        }
    }

    private static byte[] body(HttpsURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status != OK) {
            throw new IOException("it answers " + status);
        }
        try (InputStream in = connection.getInputStream()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new IOException("it answers more than " + MAX_BYTES + " bytes");
            }
            return body;
        }
    }
}
