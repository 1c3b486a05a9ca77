package org.sipprovisioning.raw;

import static org.sipprovisioning.raw.HostileValues.pick;

import java.util.List;
import java.util.Random;
import org.sipprovisioning.raw.Message.End;

/** A change of a valid request. */
enum Mutation {
    HEADER {
        @Override
        void apply(Message message, Random random) {
            String name = pick(HostileValues.HEADERS, random);
            if (random.nextInt(4) == 0 || name.equals("Host")) {
                message.without(name);
            }
            message.with(name, HostileValues.of(name, random));
        }
    },
    SECOND_HEADER {
        @Override
        void apply(Message message, Random random) {
            Message.Line line = pick(message.lines, random);
            message.with(HostileValues.inAnyCase(line.name(), random), HostileValues.of(line.name(), random));
            if (isFraming(line.name())) {
                message.end = End.UNCLEAR;
            }
        }
    },
    NO_HEADER {
        @Override
        void apply(Message message, Random random) {
            Message.Line line = pick(message.lines, random);
            message.lines.remove(line);
            if (isFraming(line.name())) {
                message.end = End.UNCLEAR;
            }
        }
    },
    QUERY {
        @Override
        void apply(Message message, Random random) {
            String value = pick(VALUES_IN_URLS, random);
            message.target += (message.target.contains("?") ? "&" : "?") + pick(PARAMETERS, random) + '=' + value;
        }
    },
    PATH {
        @Override
        void apply(Message message, Random random) {
            String path = message.target.split("\\?")[0];
            int at = 1 + random.nextInt(path.length());
            String inserted = pick(IN_PATHS, random);
            message.target = path.substring(0, at) + inserted + message.target.substring(at);
            // Within an escape that was there already, the inserted text means something else
            message.isPathBroken |= BROKEN.contains(inserted) && !path.contains("%");
        }
    },
    METHOD {
        @Override
        void apply(Message message, Random random) {
            message.method = pick(METHODS, random);
        }
    },
    VERSION {
        @Override
        void apply(Message message, Random random) {
            message.version =
                    pick(List.of("HTTP/1.0", "HTTP/1.1", "HTTP/1.2", "HTTP/0.9", "http/1.1", "HTTP/"), random);
            message.end = End.UNCLEAR;
        }
    },
    BODY {
        @Override
        void apply(Message message, Random random) {
            if (!message.body.isEmpty()) {
                int at = random.nextInt(message.body.length());
                String changed = message.body.substring(0, at)
                        + pick(IN_BODIES, random)
                        + message.body.substring(Math.min(message.body.length(), at + random.nextInt(3)));
                message.body = changed;
                message.without("Content-Length").with("Content-Length", Integer.toString(changed.length()));
            }
        }
    },
    LENGTH {
        @Override
        void apply(Message message, Random random) {
            message.without("Content-Length").with("Content-Length", HostileValues.any(random));
            message.end = End.UNCLEAR;
        }
    },
    CODING {
        @Override
        void apply(Message message, Random random) {
            message.with("Transfer-Encoding", random.nextBoolean() ? "chunked" : HostileValues.any(random));
            message.end = End.UNCLEAR;
        }
    },
    CHUNKED {
        @Override
        void apply(Message message, Random random) {
            if (!message.body.isEmpty() && message.value("Transfer-Encoding").isEmpty()) {
                message.without("Content-Length").with("Transfer-Encoding", "chunked");
                message.body = Integer.toHexString(message.body.length()) + "\r\n" + message.body + "\r\n0\r\n\r\n";
            }
        }
    };

    private static final List<String> PARAMETERS = List.of(
            "reset_password",
            "page",
            "per_page",
            "after",
            "before",
            "q",
            "as",
            "domain",
            "from",
            "to",
            "account",
            "event",
            "a");
    private static final List<String> VALUES_IN_URLS = List.of(
            "",
            "1",
            "-1",
            "0",
            "99999999999999999999",
            "NaN",
            "%00",
            "%FF",
            "%zz",
            "%C3%A9",
            "true",
            "[]",
            "'",
            "2001-01-01",
            "9999999999-01-01T00:00:00Z",
            "a".repeat(3_000));
    private static final List<String> BROKEN = List.of("%zz", "%0", "%00", "%FF", "%C0%AF", "\\", "\u0001");
    private static final List<String> IN_PATHS = List.of(
            "/", "//", "/..", "/.", ";a=b", "%2F", "%zz", "%00", "%FF", "%C0%AF", "\\", "\u0001", "+", "a", "0");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "FOO", "PROPFIND");
    private static final List<String> IN_BODIES = List.of(
            "null",
            "[",
            "{",
            "\"",
            ",",
            ":",
            "-1",
            "1e999",
            "99999999999999999999",
            "\\u0000",
            "\u00ff",
            "\u0000",
            "true",
            "");

    abstract void apply(Message message, Random random);

    private static boolean isFraming(String name) {
        return List.of("content-length", "transfer-encoding", "host", "connection")
                .contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    /** Returns a mutation; most often one after which a request still reaches a resource. */
    static Mutation next(Random random) {
        return random.nextInt(3) > 0 ? HEADER : pick(List.of(values()), random);
    }
}
