package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.settings.Settings.ProxyHeaders;

class IgnoredForwardingTest {
    private static final Logger LOG = Logger.getLogger(IgnoredForwarding.class.getName());
    private static final String FORGED = "for=\"forged\nline\"";

    private final List<LogRecord> records = new ArrayList<>();
    private final IgnoredForwarding ignored = new IgnoredForwarding();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void isToldOnceWithNamesOnly() {
        for (int i = 0; i < 3; i++) {
            note(new FakeRequest().with("forwarded", FORGED), ProxyHeaders.X_FORWARDED);
            note(new FakeRequest().with("x-forwarded-proto", FORGED), ProxyHeaders.FORWARDED);
        }

        assertThat(records).hasSize(1);
        assertThat(records.get(0).getLevel()).isEqualTo(Level.WARNING);
        assertThat(new SimpleFormatter().formatMessage(records.get(0)))
                .contains(
                        "the header Forwarded,",
                        "provisioning.proxy-headers",
                        "PROVISIONING_PROXY_HEADERS",
                        "is x-forwarded",
                        "to forwarded")
                .doesNotContain("forged", "\n");
    }

    @Test
    void isToldOfTheOtherFamilyToo() {
        note(new FakeRequest().with("X-Forwarded-Proto", "https"), ProxyHeaders.FORWARDED);

        assertThat(new SimpleFormatter().formatMessage(records.get(0)))
                .contains("the header X-Forwarded-Proto,", "is forwarded", "to x-forwarded");
    }

    @Test
    void nothingIsToldOfAProxyThatSendsItsFamily() {
        note(new FakeRequest(), ProxyHeaders.X_FORWARDED);
        note(new FakeRequest().with("X-Forwarded-For", "1.2.3.4"), ProxyHeaders.X_FORWARDED);
        note(new FakeRequest().with("X-Forwarded-Proto", "https").with("Forwarded", FORGED), ProxyHeaders.X_FORWARDED);
        note(new FakeRequest().with("Forwarded", FORGED).with("X-Forwarded-For", "1.2.3.4"), ProxyHeaders.FORWARDED);

        assertThat(records).isEmpty();
    }

    private void note(FakeRequest request, ProxyHeaders believed) {
        ignored.note(request.build(), believed);
    }
}
