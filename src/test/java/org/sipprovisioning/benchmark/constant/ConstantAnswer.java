package org.sipprovisioning.benchmark.constant;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An answer of the product that was kept in two files: status and headers, and the body. */
final class ConstantAnswer {
    private static final Path DIRECTORY = Path.of(System.getenv("BENCHMARK_ANSWERS"));
    private static final Map<String, ConstantAnswer> KEPT = new ConcurrentHashMap<>();

    private final int status;
    private final List<String[]> headers;
    private final byte[] body;

    private ConstantAnswer(String name) {
        try {
            List<String> lines = Files.readAllLines(DIRECTORY.resolve(name + ".head"), StandardCharsets.ISO_8859_1);
            status = Integer.parseInt(lines.get(0));
            headers = lines.stream().skip(1).map(line -> line.split(": ", 2)).toList();
            body = Files.readAllBytes(DIRECTORY.resolve(name + ".body"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Response of(String name) {
        ConstantAnswer answer = KEPT.computeIfAbsent(name, ConstantAnswer::new);
        Response.ResponseBuilder response = Response.status(answer.status).entity(answer.body);
        answer.headers.forEach(header -> response.header(header[0], header[1]));
        return response.build();
    }
}
