package org.sipprovisioning.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A client that sends HTTP/1.1 requests byte by byte as given, each on a connection of its own. Text is ISO 8859-1, so
 * that each character is one byte.
 */
public final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BROKEN_PATIENCE_MILLIS = 5_000;
    private static final int NO_CONTENT = 204;

    private final int port;
    private final String localAddress;
    private final Wrapping wrapping;
    private final Duration patience;

    RawHttp(int port) {
        this(port, "127.0.0.1", socket -> socket, PATIENCE);
    }

    private RawHttp(int port, String localAddress, Wrapping wrapping, Duration patience) {
        this.port = port;
        this.localAddress = localAddress;
        this.wrapping = wrapping;
        this.patience = patience;
    }

    /** What a client puts around its connections. */
    private interface Wrapping {
        Socket around(Socket socket) throws IOException;
    }

    /**
     * Returns a client of a port at 127.0.0.1 that speaks TLS.
     *
     * @param name the host that the client asks for by SNI
     */
    public static RawHttp overTls(int port, SSLContext context, String name) {
        return new RawHttp(
                port,
                "127.0.0.1",
                socket -> context.getSocketFactory().createSocket(socket, name, port, true),
                PATIENCE);
    }

    /** Returns the same client at another address of {@code 127.0.0.0/8}. */
    public RawHttp from(String address) {
        return new RawHttp(port, address, wrapping, patience);
    }

    /** Returns the same client, which waits for each piece of an answer no longer than this. */
    public RawHttp patience(Duration limit) {
        return new RawHttp(port, localAddress, wrapping, limit);
    }

    /** An answer. The names of its headers are in lower case; each has the values of all its lines. */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Returns the header's first value, or null. */
        public String header(String name) {
            List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null ? null : values.get(0);
        }
    }

    /** @param target the text between method and version, sent as it is */
    public Answer get(String target) {
        return get(target, "127.0.0.1:" + port);
    }

    public Answer get(String target, String host) {
        return send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    public Answer send(String request) {
        return send(request.getBytes(ISO_8859_1));
    }

    public Answer send(byte[] request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.bind(new InetSocketAddress(localAddress, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
            Socket wrapped = wrapping.around(socket);
            wrapped.getOutputStream().write(request);
            boolean head = new String(request, 0, Math.min(5, request.length), ISO_8859_1).equals("HEAD ");
            return read(wrapped.getInputStream(), head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request that the server may not understand, ends the sending, and waits until the server closes the connection. */
    public void sendBroken(String request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(BROKEN_PATIENCE_MILLIS);
            socket.bind(new InetSocketAddress(localAddress, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (SocketException | SocketTimeoutException closedEarlyOrNotAtAll) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in, boolean head) throws IOException {
        String statusLine = line(in);
        Map<String, List<String>> headers = headers(in);
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        boolean hasBody = !head && status != NO_CONTENT;
        return new Answer(status, headers, hasBody ? body(in, headers) : new byte[0]);
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, List.of(line.substring(colon + 1).strip()), RawHttp::both);
        }
        return headers;
    }

    private static List<String> both(List<String> former, List<String> further) {
        return Stream.concat(former.stream(), further.stream()).toList();
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        List<String> length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length.get(0)));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.writeBytes(exactly(in, size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed within: " + line);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
