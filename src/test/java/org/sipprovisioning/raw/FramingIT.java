package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Server;

/**
 * Tests what each server makes of a request whose end is not clear, against the table in docs/reliability.md: each row has the lines to
 * send and, for each server, the answer, and what becomes of the request that follows on the same connection.
 */
@InServer
class FramingIT {
    private static final Path DOCUMENT = Path.of("docs/reliability.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Map<String, Integer> COLUMN = Map.of("payara", 1, "wildfly", 2, "openliberty", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String BODY = "{\"name\":\"a\"}";
    private static final String CHUNKS = "c\r\n" + BODY + "\r\n0\r\n\r\n";
    private static final String NEXT = "GET /api/ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    record Row(String sent, String outcome) {
        @Override
        public String toString() {
            return sent;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `HTTP/1."))
                .map(FramingIT::row);
    }

    private static Row row(String line) {
        String[] cells = line.replaceAll("^\\| | \\|$", "").split(" \\| ");
        return new Row(cells[0], cells[COLUMN.get(System.getProperty("it.server"))]);
    }

    @ParameterizedTest
    @Tag("smoke")
    @MethodSource("rows")
    void asTheTableSays(Row row) {
        assertThat(outcome(row.sent)).as(row.sent).isEqualTo(row.outcome);
    }

    private static String outcome(String sent) {
        List<String> parts = CODE.matcher(sent)
                .results()
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1)
                        .replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\0", "\0"))
                .toList();
        String head = String.join(
                "\r\n", parts.stream().skip(1).filter(part -> !isBody(part)).toList());
        String body = parts.stream()
                .filter(FramingIT::isBody)
                .map(part -> part.substring(part.indexOf(' ') + 1))
                .findFirst()
                .orElse(head.contains("Transfer-Encoding") ? CHUNKS : BODY);
        String request = "POST /api/keys " + parts.get(0) + "\r\nHost: localhost\r\nx-api-key: " + Api.SUPER_ADMIN_KEY
                + "\r\nContent-Type: application/json\r\n" + head + "\r\n\r\n" + body;
        return outcome(Exchange.send(
                Server.suite().port(), "127.0.0.1", (request + NEXT).getBytes(ISO_8859_1), PATIENCE, true));
    }

    private static boolean isBody(String part) {
        return part.startsWith("body: ");
    }

    private static String outcome(Exchange exchange) {
        String first = exchange.answers().isEmpty() ? "no answer" : String.valueOf(exchange.status());
        boolean isNextAnswered = exchange.answers().stream()
                .skip(1)
                .anyMatch(answer -> answer.body().equals("pong"));
        return first
                + switch (exchange.ending()) {
                    case CLOSED -> isNextAnswered ? ", next answered" : ", closed";
                    default -> isNextAnswered ? ", next answered, open" : ", open";
                };
    }
}
