package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request before it is sent. Each part can be replaced by any text; a character is one byte. */
final class Message {
    /** What a server can know of the end of the request, when it has all that is sent. */
    enum End {
        /** It is there: a server that waits for more has a fault. */
        CLEAR,
        /** It may be missing: a server may wait for the sender. */
        UNCLEAR
    }

    /** A header line. */
    record Line(String name, String value) {}

    String method;
    String target;
    String version = "HTTP/1.1";
    final List<Line> lines = new ArrayList<>();
    String body;
    End end = End.CLEAR;
    /** Whether the path has become one that no server may answer with 2xx or 3xx. */
    boolean isPathBroken;

    /** @param body in UTF-8, each byte as one character; empty for a request without a body */
    Message(String method, String target, String body) {
        this.method = method;
        this.target = target;
        this.body = body;
        with("Host", "localhost").with("Connection", "close");
        if (!body.isEmpty()) {
            with("Content-Type", "application/json").with("Content-Length", Integer.toString(body.length()));
        }
    }

    Message with(String name, String value) {
        lines.add(new Line(name, value));
        return this;
    }

    Message without(String name) {
        lines.removeIf(line -> line.name().equalsIgnoreCase(name));
        return this;
    }

    Optional<String> value(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((method + ' ' + target + ' ' + version + "\r\n").getBytes(ISO_8859_1));
        lines.forEach(line -> bytes.writeBytes((line.name() + ": " + line.value() + "\r\n").getBytes(ISO_8859_1)));
        bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
        bytes.writeBytes(body.getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }
}
