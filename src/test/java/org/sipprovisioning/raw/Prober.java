package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server every 20 ms, each time on a new connection, while it starts, serves and stops, and sorts what comes. Each request has a
 * thread of its own.
 */
final class Prober implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNAVAILABLE = 503;

    /** What may come. */
    enum Outcome {
        /** The right status, with the whole body. */
        RIGHT,
        /** 503 with {@code Retry-After}. */
        LATER,
        /** 503 without {@code Retry-After}, as WildFly answers for a moment when it stops. */
        BARE,
        /** The connection was refused, or closed before a status line. */
        REFUSED
    }

    private final int port;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<String> wrong = new ArrayList<>();
    private volatile boolean isClosed;

    Prober(int port) {
        this.port = port;
    }

    /** Begins to send this request again and again. */
    void ask(String method, String target, int rightStatus) {
        Thread thread = new Thread(() -> {
            while (!isClosed) {
                note(method + " " + target, rightStatus, answer(method, target));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns how often each outcome came since the last call. */
    synchronized Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> copy = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            copy.put(outcome, counts.getOrDefault(outcome, 0));
        }
        counts.clear();
        return copy;
    }

    /** Returns how often this came since the last call of {@link #counts()}. */
    synchronized int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Returns everything else that came. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        isClosed = true;
    }

    private synchronized void note(String request, int rightStatus, String received) {
        WireAnswer.Reader reader = new WireAnswer.Reader(received, request.startsWith("HEAD "), true);
        List<WireAnswer> answers = reader.all();
        if (received.isEmpty()) {
            counts.merge(Outcome.REFUSED, 1, Integer::sum);
        } else if (answers.size() != 1 || !reader.rest().isEmpty()) {
            wrong.add(request + ": " + received);
        } else if (answers.get(0).status() == rightStatus) {
            counts.merge(Outcome.RIGHT, 1, Integer::sum);
        } else if (answers.get(0).status() == UNAVAILABLE) {
            boolean says = answers.get(0).headers().containsKey("retry-after");
            counts.merge(says ? Outcome.LATER : Outcome.BARE, 1, Integer::sum);
        } else {
            wrong.add(request + ": " + received);
        }
    }

    /** Returns what the server has sent before it closed the connection; empty if it takes no connection. */
    private String answer(String method, String target) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String head =
                    method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getInputStream().transferTo(received);
        } catch (SocketTimeoutException e) {
            return "no answer within " + PATIENCE + ", after: " + received.toString(ISO_8859_1);
        } catch (IOException refusedOrReset) {
            return received.toString(ISO_8859_1);
        }
        return received.toString(ISO_8859_1);
    }
}
