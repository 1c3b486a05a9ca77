package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A server with five faults of the kinds that the fuzzer must find. Apart from them, its answers are 200 and 400. */
final class FaultyServer implements AutoCloseable {
    private static final Pattern BROKEN_PATH = Pattern.compile("%(?![0-9A-Fa-f]{2})|%(?i:00|FF|C0)|[\\x00-\\x20\\\\]");

    private static final Pattern ODD_LANGUAGE = Pattern.compile("\naccept-language: [a-z]*[^a-z\r]");
    private static final Pattern ODD_RANGE = Pattern.compile("\nrange: [a-z]*[^a-z=\r]");

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Path log;

    FaultyServer(Path log) throws IOException {
        this.log = Files.writeString(log, "");
        threads.submit(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.submit(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            String answer = answer(head.toLowerCase(Locale.ROOT), head);
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
            Thread.currentThread().interrupt();
        }
    }

    private String answer(String head, String sent) throws InterruptedException {
        String path = head.split("\r\n", 2)[0].replaceFirst("^\\S* ", "").replaceFirst(" http/[^ ]*$", "");
        path = path.split("\\?", 2)[0];
        if (BROKEN_PATH.matcher(path).find() && !path.contains("%zz")) { // Fault: a broken escape is served
            return status("400 Bad Request", "");
        }
        if (ODD_LANGUAGE.matcher(head).find()) { // Fault: a header that it cannot read
            return status("500 Internal Server Error", "");
        }
        if (ODD_RANGE.matcher(head).find()) { // Fault: waits for something else than the client
            closed.await();
        }
        if (head.contains("\r\ncookie: ")
                && sent.contains("key-of-the-test")) { // Fault: writes a request with a cookie down
            note("Odd cookie in: " + sent.replace("\r\n", " "));
        }
        if (head.contains("\r\nif-none-match: ")) { // Fault: announces another length
            return status("200 OK", "pong").replace("Content-Length: 4", "Content-Length: 400");
        }
        return head.startsWith("head ") ? status("200 OK", "") : status("200 OK", "pong");
    }

    private synchronized void note(String line) {
        try {
            Files.writeString(log, line + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closed.countDown();
        threads.shutdownNow();
    }
}
