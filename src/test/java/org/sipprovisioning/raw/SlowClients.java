package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send a head at once, and then some bytes each second. If the server closes a connection, they open the next. */
final class SlowClients implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int RECEIVE_BUFFER = 1 << 12;

    private final int port;
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger opened = new AtomicInteger();

    /** @param reads whether it reads the answers */
    record Kind(String head, String bytes, boolean reads) {}

    private final class Client {
        private final Kind kind;
        private final ByteBuffer received = ByteBuffer.allocate(1 << 14);
        private volatile String answer = "";
        private SocketChannel channel;

        Client(Kind kind) {
            this.kind = kind;
        }

        private void tick() {
            try {
                if (channel == null || kind.reads && !read()) {
                    close();
                    open();
                }
                channel.write(ByteBuffer.wrap(kind.bytes.getBytes(ISO_8859_1)));
            } catch (IOException closedByTheServer) {
                close();
            }
        }

        /** Returns false if the connection has ended, or if the body is not read: the connection may stay open then. */
        private boolean read() throws IOException {
            int count = channel.read(received.clear());
            if (count <= 0) {
                return count == 0;
            }
            answer = new String(received.array(), 0, count, ISO_8859_1);
            return !answer.startsWith("HTTP/1.1 503 ");
        }

        private void open() throws IOException {
            channel = SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.socket().connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap(kind.head.getBytes(ISO_8859_1)));
            opened.incrementAndGet();
        }

        private void close() {
            try {
                if (channel != null) {
                    channel.close();
                    channel = null;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    SlowClients(int port) {
        this.port = port;
        timer.scheduleAtFixedRate(() -> clients.forEach(Client::tick), 0, 1, TimeUnit.SECONDS);
    }

    SlowClients add(int count, Kind kind) {
        for (int i = 0; i < count; i++) {
            clients.add(new Client(kind));
        }
        return this;
    }

    /** Returns the number of connections that were opened until now. */
    int opened() {
        return opened.get();
    }

    /** Returns what each client has received last. */
    List<String> answers() {
        return clients.stream().map(client -> client.answer).toList();
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The slow clients do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        clients.forEach(Client::close);
    }
}
