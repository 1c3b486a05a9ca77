package org.sipprovisioning.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.sipprovisioning.request.SentBody;

/**
 * A body that WildFly receives. It takes the channel of the request: the servlet's stream is empty then, and WildFly does not read the rest
 * of it when the request ends, for which a thread would wait as long as the client likes. It skips the rest without a thread.
 */
final class UndertowBody implements SentBody {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ReadableByteChannel channel;
    private final Method awaitReadable;

    private UndertowBody(ReadableByteChannel channel, Method awaitReadable) {
        this.channel = channel;
        this.awaitReadable = awaitReadable;
    }

    static SentBody of(HttpServletRequest request) throws ReflectiveOperationException {
        Object exchange = request.getClass().getMethod("getExchange").invoke(request);
        Object channel = exchange.getClass().getMethod("getRequestChannel").invoke(exchange);
        Method awaitReadable = channel.getClass().getMethod("awaitReadable", long.class, TimeUnit.class);
        awaitReadable.setAccessible(true);
        return new UndertowBody((ReadableByteChannel) channel, awaitReadable);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ByteBuffer into = ByteBuffer.wrap(buffer);
        int count = channel.read(into);
        for (long left = patience.toNanos(); count == 0 && left > 0; left = end - System.nanoTime()) {
            await(left / NANOS_PER_MILLI + 1);
            count = channel.read(into);
        }
        return count;
    }

    @Override
    public void giveUp() {
        // WildFly closes the connection, because the answer says so
    }

    /** @param millis at least 1, because 0 is "for ever" for XNIO, and less than a millisecond is 0 for it */
    private void await(long millis) throws IOException {
        try {
            awaitReadable.invoke(channel, millis, TimeUnit.MILLISECONDS);
        } catch (InvocationTargetException e) {
            throw new IOException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
