package org.sipprovisioning.benchmark;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request that is measured, as a phone or a provisioning system sends it. A login by Digest consists of two requests. */
enum Operation {
    BASE("`/provisioning`", 0) {
        @Override
        String path(Subject subject) {
            return "/provisioning";
        }
    },
    TOKEN("`/provisioning/{token}`", 0) {
        @Override
        String path(Subject subject) {
            return "/provisioning/" + subject.token();
        }
    },
    KEY("`/provisioning/me` by API key", 0) {
        @Override
        String path(Subject subject) {
            return OWN_DOCUMENT;
        }

        @Override
        Map<String, String> headers(Subject subject) {
            return Map.of("x-api-key", subject.key());
        }
    },
    DIGEST("`/provisioning/me` by Digest (401 + 200)", 0) {
        @Override
        String path(Subject subject) {
            return OWN_DOCUMENT;
        }

        @Override
        Map<String, String> headers(Subject subject) {
            return Map.of("From", "sip:" + subject.username() + "@" + Subject.DOMAIN);
        }

        @Override
        boolean isChallenged() {
            return true;
        }
    },
    /** How long a PNG is depends on the pattern of the code. */
    QR("QR code, PNG", 200) {
        @Override
        String path(Subject subject) {
            return "/provisioning/qrcode/" + subject.token();
        }
    },
    CREATE("`POST /api/accounts`", 4) {
        @Override
        String path(Subject subject) {
            return "/api/accounts";
        }

        @Override
        Map<String, String> headers(Subject subject) {
            return Map.of("x-api-key", ADMIN_KEY, "Content-Type", "application/json");
        }

        @Override
        String body(Subject subject) {
            return "{\"username\":\"" + subject.newUsername() + "\",\"password\":\"" + Subject.PASSWORD
                    + "\",\"activated\":true}";
        }
    };

    static final String ADMIN_KEY = "admin-api-key-of-the-benchmark";
    private static final String OWN_DOCUMENT = "/provisioning/me";
    private static final String PARAMETER = "%s=\"([^\"]*)\"";
    private static final Pattern ALGORITHM = Pattern.compile("algorithm=([^, ]+)");

    private final String title;
    private final int tolerance;

    Operation(String title, int tolerance) {
        this.title = title;
        this.tolerance = tolerance;
    }

    String title() {
        return title;
    }

    /** Returns how many bytes a body may be longer or shorter than that of the first answer. */
    int tolerance() {
        return tolerance;
    }

    abstract String path(Subject subject);

    /** Returns the headers of the first request, without {@code Host}. */
    Map<String, String> headers(Subject subject) {
        return Map.of("X-Linphone-Provisioning", "1");
    }

    /** Returns the body of the request; empty for a GET. */
    String body(Subject subject) {
        return "";
    }

    final boolean isPost() {
        return this == CREATE;
    }

    /** Whether the database contains what the operation is about. */
    final boolean isOfExistingAccount() {
        return this != BASE && this != CREATE;
    }

    /** Whether the operation uses the database. */
    final boolean usesDatabase() {
        return this != BASE && this != QR;
    }

    /** Whether the first request is answered by 401, and the second has the answer to the challenge. */
    boolean isChallenged() {
        return false;
    }

    final int statusOf(int step) {
        return isChallenged() && step == 0 ? 401 : 200;
    }

    final int steps() {
        return isChallenged() ? 2 : 1;
    }

    /** Returns the {@code Authorization} of the second request (RFC 7616 §3.4). */
    static String authorization(String challenge, Subject subject) {
        String realm = parameter(challenge, "realm");
        String nonce = parameter(challenge, "nonce");
        String algorithm = first(ALGORITHM, challenge);
        String ha1 = Subject.hash(algorithm, subject.username() + ':' + realm + ':' + Subject.PASSWORD);
        String ha2 = Subject.hash(algorithm, "GET:" + OWN_DOCUMENT);
        String response = Subject.hash(algorithm, ha1 + ':' + nonce + ":00000001:0a4f113b:auth:" + ha2);
        return "Digest username=\"" + subject.username() + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + OWN_DOCUMENT + "\", response=\"" + response + "\", algorithm=" + algorithm
                + ", cnonce=\"0a4f113b\", opaque=\"" + parameter(challenge, "opaque") + "\", qop=auth, nc=00000001";
    }

    private static String parameter(String challenge, String name) {
        return first(Pattern.compile(PARAMETER.formatted(name)), challenge);
    }

    private static String first(Pattern pattern, String challenge) {
        Matcher matcher = pattern.matcher(challenge);
        if (!matcher.find()) {
            throw new IllegalStateException("No Digest challenge: " + challenge);
        }
        return matcher.group(1);
    }
}
