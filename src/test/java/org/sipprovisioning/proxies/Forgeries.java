package org.sipprovisioning.proxies;

import java.util.List;
import java.util.stream.Stream;

/** The header lines by which a client claims another address, host, port or scheme than its own. */
final class Forgeries {
    private static final List<String> LINES = List.of(
            "Forwarded: for=ADDRESS;host=evil.example;proto=http",
            "fORWARDED: for=\"ADDRESS\"\r\nForwarded: for=ADDRESS, for=ADDRESS;host=evil.example;proto=http",
            "Forwarded: for=\"x, for=ADDRESS",
            "X-Forwarded-For: ADDRESS",
            "x-fORWARDED-fOR: ADDRESS, ADDRESS\r\nX-Forwarded-For: ADDRESS",
            "X-Forwarded-Host: evil.example\r\nx-forwarded-HOST: evil.example, evil.example",
            "X-Forwarded-Port: 666\r\nx-forwarded-PORT: 667, 668",
            "X-Forwarded-Proto: http\r\nX-FORWARDED-PROTO: http, http",
            "X_Forwarded_For: ADDRESS\r\nX-Real-IP: ADDRESS\r\nX-Client-IP: ADDRESS",
            "$WSRA: ADDRESS\r\n$WSSC: http\r\n$WSSN: evil.example\r\n$WSSP: 666\r\nProxy-ip: ADDRESS",
            // A proxy drops the headers that Connection names, which must not be its own (RFC 9110 §7.6.1)
            "Connection: X-Forwarded-For, X-Forwarded-Host, X-Forwarded-Port, X-Forwarded-Proto, Forwarded, Host",
            "Connection: x-forwarded-for\r\nX-Forwarded-For: ADDRESS\r\nconnection: X-FORWARDED-PROTO, X-Forwarded-Port");

    private Forgeries() {}

    /** Returns each forgery, and all in one. */
    static List<String> of(String address) {
        return Stream.concat(LINES.stream(), Stream.of(String.join("\r\n", LINES)))
                .map(lines -> lines.replace("ADDRESS", address) + "\r\n")
                .toList();
    }
}
