package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.settings.Configured;
import org.sipprovisioning.settings.Settings;

class WelcomeTest {

    @Test
    void namesTheVariableAndNotTheKey() {
        Settings settings = Configured.settings("admin.api-key", "hunter2", "default-space", "sip.example.net");

        assertThat(printed(settings, Welcome.CONFIGURED_KEY))
                .contains("space sip.example.net, account admin")
                .contains("\"x-api-key: $PROVISIONING_ADMIN_API_KEY\"")
                .contains(" http://127.0.0.1:8080/api/accounts ")
                .doesNotContain("hunter2");
    }

    @Test
    void namesThePublicUrl() {
        assertThat(printed(Configured.settings("public-url", "https://sip.example.net/p/"), "$(cat 'key')"))
                .contains("\"x-api-key: $(cat 'key')\"")
                .contains(" https://sip.example.net/p/api/accounts ");
    }

    private static String printed(Settings settings, String key) {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(Welcome.class.getName());
        log.setUseParentHandlers(false);
        log.addHandler(handler);
        try {
            Welcome.print(settings, key);
        } finally {
            log.removeHandler(handler);
            log.setUseParentHandlers(true);
        }
        return String.join("\n", messages);
    }
}
