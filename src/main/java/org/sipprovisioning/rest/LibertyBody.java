package org.sipprovisioning.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A body that Open Liberty receives. The object behind the servlet's stream has a timeout for each read. It reads the length of a chunk
 * by as many reads as the client likes: so a timer ends what takes longer.
 */
final class LibertyBody extends StreamBody {
    /** {@code TCPRequestContext.ABORT_TIMEOUT}: ends the read under way, and lets all further ones fail. */
    private static final int ABORT = -3;

    LibertyBody(HttpServletRequest request) {
        super(request);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        limit(patience);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        ended.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(timeout -> {
            giveUp();
            return null;
        });
        try {
            return super.read(buffer, patience);
        } finally {
            ended.complete(null);
        }
    }

    private void limit(Duration patience) throws IOException {
        try {
            Object connection = connection();
            method(connection, "setReadTimeout", int.class).invoke(connection, (int) patience.toMillis());
        } catch (ReflectiveOperationException e) {
            SentBodies.warn(e);
        }
    }

    /** Open Liberty itself would wait for the rest, although without a thread. */
    @Override
    public void giveUp() {
        try {
            Object connection = connection();
            Object transport = method(connection, "getTSC").invoke(connection);
            Object reads = method(transport, "getReadInterface").invoke(transport);
            method(reads, "read", long.class, int.class).invoke(reads, 1, ABORT);
        } catch (InvocationTargetException | IOException ended) {
            return; // The connection has ended before
        } catch (ReflectiveOperationException e) {
            SentBodies.warn(e);
        }
    }

    private Object connection() throws ReflectiveOperationException, IOException {
        Object stream = request.getInputStream();
        Object inner = method(stream, "getInStream").invoke(stream);
        return field(inner.getClass(), "isc").get(inner);
    }

    private static Method method(Object target, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = target.getClass().getMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    /** Returns a field of a class or of the nearest class above it. */
    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
