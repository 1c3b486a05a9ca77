package org.sipprovisioning.security.apikey;

import java.net.URI;
import java.util.logging.Logger;
import org.sipprovisioning.settings.Settings;

/** The message in the log after a first start: the next step, with a command to paste. It says where the key is, never what it is. */
final class Welcome {
    /** The configured key, as a variable of the operator's shell. */
    static final String CONFIGURED_KEY = "$PROVISIONING_ADMIN_API_KEY";

    private static final Logger LOG = Logger.getLogger(Welcome.class.getName());
    private static final String TEXT = """


            The provisioning server is set up: space %s, account admin.
            Make an account and get the URL that provisions a phone, once, by:

              curl -s -H "x-api-key: %s" -H 'Content-Type: application/json' \\
                -d '{"username": "alice", "password": "change-me-please"}' \\
                %s/api/accounts | grep -o '"provisioning_url":"[^"]*"'

            """;

    private Welcome() {}

    static void print(Settings settings, String key) {
        String server = settings.publicUrl()
                .map(URI::toString)
                .orElse("http://127.0.0.1:8080")
                .replaceFirst("/+$", "");
        LOG.info(() -> TEXT.formatted(settings.defaultSpace(), key, server));
    }
}
