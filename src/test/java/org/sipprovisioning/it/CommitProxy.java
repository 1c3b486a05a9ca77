package org.sipprovisioning.it;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before a MariaDB at 127.0.0.1 that makes commits fail. It only looks at transactions with a statement that contains a given text.
 *
 * <p>Each packet of the protocol is three bytes of length, one byte of sequence number, and the payload.
 */
public final class CommitProxy implements AutoCloseable {
    private static final byte QUERY = 3;

    /** What happens to a commit. */
    public enum Fate {
        /** The database commits, and the connection breaks before its answer arrives. */
        ANSWER_LOST,
        /** The connection breaks before the database gets the commit. */
        COMMIT_LOST,
        /** The connection breaks before the database gets the first statement with the text. */
        STATEMENT_LOST,
        /** The database rolls back and answers error 1213, as a node of a Galera cluster does after a failed certification. */
        REFUSED
    }

    private final int databasePort;
    private final ServerSocket socket;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile String text = "";
    private volatile Fate fate = Fate.REFUSED;

    private CommitProxy(int databasePort) throws IOException {
        this.databasePort = databasePort;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Starts a proxy before the database at this port. It listens at a free port of 127.0.0.1. */
    public static CommitProxy before(int databasePort) {
        try {
            CommitProxy proxy = new CommitProxy(databasePort);
            thread(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Lets the next commits of transactions with this text fail. */
    public void next(Fate newFate, int times, String ofStatementsWith) {
        fate = newFate;
        text = ofStatementsWith.toLowerCase(Locale.ROOT);
        done.set(0);
        left.set(times);
    }

    /** Returns how many commits have failed since the last call of {@link #next}. */
    public int failed() {
        return done.get();
    }

    @Override
    public void close() {
        close(socket);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            thread(() -> new Session(client, new Socket(InetAddress.getLoopbackAddress(), databasePort)).run());
        }
    }

    private boolean strikes(Fate candidate) {
        if (fate != candidate || left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
            return false;
        }
        done.incrementAndGet();
        return true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One of the sockets was closed: this thread has nothing left to do.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client's connection and the proxy's own connection to the database. */
    private final class Session {
        private final Socket client;
        private final Socket database;
        private boolean concerned;
        private volatile boolean answerIsLost;
        private volatile boolean answerIsRefusal;

        Session(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void run() throws IOException {
            thread(this::copyAnswers);
            try {
                DataInputStream in = new DataInputStream(client.getInputStream());
                while (true) {
                    byte[] header = in.readNBytes(4);
                    if (header.length < 4) {
                        return;
                    }
                    forward(
                            header,
                            in.readNBytes((header[0] & 255) | (header[1] & 255) << 8 | (header[2] & 255) << 16));
                }
            } finally {
                end();
            }
        }

        private void forward(byte[] header, byte[] payload) throws IOException {
            String sql = payload.length > 0 && payload[0] == QUERY ? lower(payload) : "";
            if (sql.contains(text) && !text.isEmpty()) {
                concerned = true;
                if (strikes(Fate.STATEMENT_LOST)) {
                    end();
                    return;
                }
            }
            if (sql.equals("commit") && concerned) {
                concerned = false;
                commit(header, payload);
                return;
            }
            concerned &= !sql.equals("rollback");
            send(header, payload);
        }

        private void commit(byte[] header, byte[] payload) throws IOException {
            if (strikes(Fate.COMMIT_LOST)) {
                end();
            } else if (strikes(Fate.REFUSED)) {
                answerIsRefusal = true;
                byte[] rollback = "\3ROLLBACK".getBytes(StandardCharsets.US_ASCII);
                send(new byte[] {(byte) rollback.length, 0, 0, 0}, rollback);
            } else {
                answerIsLost = strikes(Fate.ANSWER_LOST);
                send(header, payload);
            }
        }

        private void send(byte[] header, byte[] payload) throws IOException {
            byte[] packet = new byte[header.length + payload.length];
            System.arraycopy(header, 0, packet, 0, header.length);
            System.arraycopy(payload, 0, packet, header.length, payload.length);
            database.getOutputStream().write(packet);
        }

        private void copyAnswers() throws IOException {
            InputStream in = database.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[65_536];
            try {
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (answerIsLost) {
                        return;
                    }
                    if (answerIsRefusal) {
                        answerIsRefusal = false;
                        out.write(deadlock());
                    } else {
                        out.write(buffer, 0, length);
                    }
                }
            } finally {
                end();
            }
        }

        private void end() {
            CommitProxy.close(client);
            CommitProxy.close(database);
        }
    }

    private static String lower(byte[] query) {
        return new String(query, 1, query.length - 1, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    /** Returns the error packet: 0xff, the error's number, and its SQLState after a #. */
    private static byte[] deadlock() {
        byte[] text = "???#40001Deadlock found when trying to get lock; try restarting transaction"
                .getBytes(StandardCharsets.US_ASCII);
        text[0] = (byte) 0xff;
        text[1] = (byte) (1213 & 255);
        text[2] = (byte) (1213 >> 8);
        byte[] packet = new byte[text.length + 4];
        packet[0] = (byte) text.length;
        packet[3] = 1;
        System.arraycopy(text, 0, packet, 4, text.length);
        return packet;
    }
}
