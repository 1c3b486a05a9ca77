package org.sipprovisioning.security.jwt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.sipprovisioning.space.PrivateAddress;

/**
 * A connection that refuses private addresses, whatever a name was resolved to, and that ends at a fixed time, however slowly the peer
 * sends. The usual timeout begins again with each byte.
 */
final class GuardedSocket extends Socket {
    private final long deadline;
    private final boolean allowPrivate;

    /** @param deadline a time of {@link System#nanoTime()} */
    GuardedSocket(long deadline, boolean allowPrivate) {
        this.deadline = deadline;
        this.allowPrivate = allowPrivate;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!allowPrivate
                && endpoint instanceof InetSocketAddress peer
                && !peer.isUnresolved()
                && PrivateAddress.is(peer.getAddress())) {
            throw new IOException("its address is private");
        }
        super.connect(endpoint, remainingMillis());
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(remainingMillis());
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                setSoTimeout(remainingMillis());
                return super.read(bytes, from, length);
            }
        };
    }

    private int remainingMillis() throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("it takes too long");
        }
        return Math.toIntExact(millis);
    }
}
