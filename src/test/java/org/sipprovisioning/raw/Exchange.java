package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/**
 * What a server has sent on one connection.
 *
 * @param answers the answers in their order, without 1xx
 * @param rest what follows the last whole answer; empty if all is well
 */
record Exchange(List<WireAnswer> answers, String rest, Ending ending) {
    private static final int BUFFER = 1 << 16;

    /** How the exchange has ended. */
    enum Ending {
        /** The server has closed the connection. */
        CLOSED,
        /** The server has answered, and keeps the connection. */
        OPEN,
        /** The server has sent nothing more within the time. */
        SILENT
    }

    /**
     * Sends bytes on a connection of its own.
     *
     * @param from the client's address, of 127.0.0.0/8
     * @param patience how long a pause of the server may be
     * @param toTheEnd whether to read until the server closes the connection, and not only the first answer
     */
    static Exchange send(int port, String from, byte[] request, Duration patience, boolean toTheEnd) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean isHead = new String(request, 0, Math.min(5, request.length), ISO_8859_1).equals("HEAD ");
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout((int) patience.toMillis());
            write(socket, request);
            return read(socket, received, isHead, toTheEnd);
        } catch (IOException e) {
            throw new IllegalStateException("The server takes no connection", e);
        }
    }

    /** A server may refuse a request before it has the whole of it. Its answer is there then. */
    private static void write(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (SocketException refused) {
            return;
        }
    }

    private static Exchange read(Socket socket, ByteArrayOutputStream received, boolean isHead, boolean toTheEnd)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                received.write(buffer, 0, n);
                Exchange sofar = parsed(received, isHead, Ending.OPEN);
                if (!toTheEnd
                        && !sofar.answers.isEmpty()
                        && !sofar.answers.get(0).isLast()) {
                    return sofar;
                }
            }
        } catch (SocketTimeoutException e) {
            return parsed(received, isHead, Ending.SILENT);
        } catch (SocketException reset) {
            return parsed(received, isHead, Ending.CLOSED);
        }
        return parsed(received, isHead, Ending.CLOSED);
    }

    private static Exchange parsed(ByteArrayOutputStream received, boolean isHead, Ending ending) {
        WireAnswer.Reader reader =
                new WireAnswer.Reader(received.toString(ISO_8859_1), isHead, ending == Ending.CLOSED);
        List<WireAnswer> answers = reader.all();
        return new Exchange(answers, reader.rest(), ending);
    }

    /** Returns the status of the first answer, or 0. */
    int status() {
        return answers.isEmpty() ? 0 : answers.get(0).status();
    }
}
