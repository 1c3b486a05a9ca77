package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.space;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.NewDevice;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Server;

/**
 * Tests that no log of the server holds any part of a request that it could not read. A secret stands in every place of a
 * broken request, and a line of its own after each kind of line break, which would be a forged line of a log.
 */
@InServer
class SecretsInLogsIT {
    private static final String RUN = Api.unique("");
    private static final Duration LOGGED_WITHIN = Duration.ofSeconds(20);
    private static final String HEAD = " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    private static final String GET = "GET /provisioning" + HEAD;
    private static final String POST = "POST /api/accounts" + HEAD + "Content-Type: application/json\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n";

    /** $S is the secret, and $L a long text. */
    private static final List<String> REQUEST_LINES = List.of(
            "$S\r\n\r\n",
            "$S / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET $S HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /$S\r\n\r\n",
            "GET /$S a b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET / $S\r\nHost: 127.0.0.1\r\n\r\n",
            "GET / HTTP/$S\r\nHost: 127.0.0.1\r\n\r\n",
            "GET / HTTP/1.0$S\r\n\r\n",
            "GET / HTTP/1.0\rx-api-key: $S\r\nforged: $S\r\n\r\n",
            "GET /x HTTP/1.0\rx-api-key:$S\r\nforged:$S\r\n\r\n",
            "GET /x HTTP/1.0\r$S\r\n\r\n",
            "GET /x HTTP/$S",
            "$S TCP4 $S\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /provisioning 1.1$S\rx-api-key:$S\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /provisioning $S\rINFO:$S\r\n\r\n",
            "POST /api/accounts $S\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n\r\n$S",
            "GET / HTTP/1.0\rx-api-key: $S\rINFO $S\r\r\n\r\n",
            "GET /\rx-api-key: $S HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET / HTTP/1.1\nx-api-key: $S\n\n",
            "GET /$S\u0000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /$S%zz" + HEAD + "\r\n",
            "GET /provisioning/$S%00" + HEAD + "\r\n",
            "GET /provisioning/$S%0d%0aINFO%20$S" + HEAD + "\r\n",
            "GET /provisioning?a=%zz$S" + HEAD + "\r\n",
            "GET /provisioning?$S=%u0041" + HEAD + "\r\n",
            "GET /provisioning?a=$S%C0%AF" + HEAD + "\r\n",
            "GET /../../$S" + HEAD + "\r\n",
            "GET /$S\\..\\x" + HEAD + "\r\n",
            "GET http://user:$S@127.0.0.1/" + HEAD + "\r\n",
            "GET //$S:x/" + HEAD + "\r\n",
            "GET /$S$L" + HEAD + "\r\n",
            "CONNECT $S:x" + HEAD + "\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n$S",
            "PROXY TCP4 $S\r\n" + GET + "\r\n",
            "\u0016\u0003\u0001\u0002$S");

    private static final List<String> HEADERS = List.of(
            "$S\r\n",
            "$S: a\r\n",
            "$S : a\r\n",
            ": $S\r\n",
            "a b$S: c\r\n",
            "a(\u0001$S: b\r\n",
            "x-api-key $S\r\n",
            "x-api-key: $S\u0000\r\n",
            "x-api-key: $S\u0001\u007f\u0080\u00ff\r\n",
            "x-api-key: a\rx-api-key: $S\r\n",
            "x-api-key: a\nINFO $S\n",
            "x-api-key: a\r\n folded $S\r\n",
            "x-api-key\r\n folded: $S\r\n",
            " x-api-key: $S\r\n",
            "x-api-key: $S$L\r\n",
            "$S$L: a\r\n",
            "Host: $S\r\n",
            "Host: [$S\r\n",
            "Content-Length: $S\r\n",
            "Content-Length: 1\r\nContent-Length: $S\r\n",
            "Transfer-Encoding: $S\r\n",
            "Transfer-Encoding: chunked, $S\r\n",
            "Content-Type: $S\r\n",
            "Content-Type: application/$S; charset=$S\r\n",
            "Content-Type: a/b; q=$S\r\n",
            "Content-Encoding: $S\r\n",
            "Accept: $S\r\n",
            "Accept: a/b;q=$S\r\n",
            "Accept-Language: $S;q=$S\r\n",
            "Accept-Charset: $S;q=x\r\n",
            "Accept-Encoding: $S;q=x\r\n",
            "Cookie: $S\r\n",
            "Cookie: JSESSIONID=$S\r\n",
            "Cookie: a=\"$S; $Version=$S; =;;\u0001\r\n",
            "Authorization: $S\r\n",
            "Authorization: Basic $S\r\n",
            "Authorization: Digest username=\"$S\r\n",
            "Authorization: Bearer $S\r\n",
            "Authorization: Bearer $S.$S.$S\r\n",
            "Authorization: Negotiate $S\r\n",
            "If-Modified-Since: $S\r\n",
            "If-None-Match: $S\r\n",
            "Range: $S\r\n",
            "Expect: $S\r\n",
            "Upgrade: $S\r\nConnection: upgrade\r\n",
            "Connection: $S\r\n",
            "Forwarded: for=$S;host=$S\r\n",
            "X-Forwarded-For: $S\r\nX-Forwarded-Proto: $S\r\nX-Forwarded-Port: $S\r\n",
            "$WSRA: $S\r\n",
            "Origin: $S\r\n",
            "From: $S\r\n",
            "User-Agent: $S\r\n");

    private static final List<String> BODIES = List.of(
            POST + "Content-Length: 60\r\n\r\n{\"password\": $S",
            POST + "Content-Length: 24\r\n\r\n$S",
            POST + "Content-Length: 5\r\n\r\n{$S",
            "POST /api/accounts" + HEAD
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60\r\n\r\na=%zz&$S=$S",
            "POST /api/accounts" + HEAD + "Content-Type: multipart/form-data\r\nContent-Length: 60\r\n\r\n--$S",
            "POST /api/accounts" + HEAD
                    + "Content-Type: multipart/form-data; boundary=$S\r\nContent-Length: 60\r\n\r\n--$S\r\n$S",
            "POST /api/accounts/auth_token" + HEAD + "Content-Length: 60\r\n\r\n$S",
            CHUNKED + "\r\n$S\r\n",
            CHUNKED + "\r\n5;$S\r\nab",
            CHUNKED + "\r\n2;a=\"$S\r\n{}\r\n0\r\n\r\n",
            CHUNKED + "\r\n2;$S\r\n{}\r\n0;$S\r\n\r\n",
            CHUNKED + "\r\n2\r\n{}$S\r\n0\r\n\r\n",
            CHUNKED + "\r\n-2\r\n$S\r\n0\r\n\r\n",
            CHUNKED + "\r\nffffffffffffffffff\r\n$S",
            CHUNKED + "\r\n2;$S$L\r\n{}\r\n0\r\n\r\n",
            CHUNKED + "\r\n2\r\n{}\r\n0\r\n$S\r\n\r\n",
            CHUNKED + "\r\n2\r\n{}\r\n0\r\nx-api-key: $S\r\n\r\n",
            CHUNKED + "\r\n2\r\n{}\r\n0\r\nx-api-key $S\u0001\r\n$S: $S\r\n\r\n",
            CHUNKED + "\r\n2\r\n{}\r\n0\r\nx: \rx-api-key: $S\r\n\r\n",
            GET + "\r\n$S\r\n\r\n");

    @Test
    void noLogHoldsABrokenRequest() {
        List<String> requests = requests();
        // Another address than the other tests', because the server limits public POST requests by address
        RawHttp client = Server.suite().raw().from(NewDevice.somewhere().address());
        IntStream.range(0, requests.size())
                .forEach(i -> client.sendBroken(requests.get(i).replace("$S", secret(i))));

        awaitLaterLine();

        String logs = Server.suiteLogs();
        List<String> found = IntStream.range(0, requests.size())
                .filter(i -> logs.contains(secret(i)))
                .mapToObj(i ->
                        "a secret of: " + requests.get(i).replace("\r", "\\r").replace("\n", "\\n"))
                .toList();
        assertThat(found).isEmpty();
    }

    private static List<String> requests() {
        Stream<String> withHeader = HEADERS.stream()
                .flatMap(header -> Stream.of(
                        "GET /provisioning HTTP/1.1\r\n" + (header.startsWith("Host") ? "" : "Host: 127.0.0.1\r\n")
                                + header + "\r\n",
                        "POST /api/accounts/auth_token HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header
                                + "Connection: close\r\n\r\nab"));
        return Stream.of(REQUEST_LINES.stream(), withHeader, BODIES.stream())
                .flatMap(part -> part)
                .map(request -> request.replace("$L", "x".repeat(20_000)))
                .toList();
    }

    private static String secret(int request) {
        return "sEcReT" + RUN + "-" + (1000 + request) + "-";
    }

    /** Lets the server log a line of its own: what it logged before is in the logs, too. */
    private static void awaitLaterLine() {
        String domain = space();
        changeSpace(domain, Map.of("custom_provisioning_entries", "\ufeff[net]\nmtu=1300\n"));
        Poll.until(LOGGED_WITHIN, () -> assertThat(Server.suiteLogs()).contains("Entries of " + domain));
    }
}
