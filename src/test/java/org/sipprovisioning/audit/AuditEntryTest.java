package org.sipprovisioning.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.request.FakeRequest;
import org.sipprovisioning.settings.Configured;

class AuditEntryTest {

    /** Clients send this text: whatever it is, the entry must fit into the database column. */
    @Property
    void keepsWhatFitsOnALine(@ForAll String agent) {
        String kept = event(agent).userAgent().orElse("");

        assertThat(kept.codePointCount(0, kept.length())).isLessThanOrEqualTo(255);
        assertThat(kept.codePoints()).noneMatch(Character::isISOControl).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(event("Linphone/5.2 (😀; é)").userAgent()).contains("Linphone/5.2 (😀; é)");
        assertThat(event("a\r\nb\u0000c").userAgent()).contains("abc");
        assertThat(event("x".repeat(300)).userAgent()).contains("x".repeat(255));
        assertThat(event("").userAgent()).isEmpty();
    }

    @Test
    void refusalsOfOneAddressAreNotedUpToALimit() {
        AuditFlood flood = new AuditFlood();
        var client = new FakeRequest()
                .from("198.51.100.7")
                .target(Configured.settings())
                .client();
        var another = new FakeRequest()
                .from("198.51.100.8")
                .target(Configured.settings())
                .client();

        AuditEvent login = AuditEvent.of(AuditEvent.Type.LOGIN).asRefused();

        assertThat(IntStream.range(0, 300)).noneMatch(i -> flood.isTooMany(client, login));
        assertThat(flood.isTooMany(client, login)).isTrue();
        assertThat(flood.isTooMany(client, login.about("sip:alice@example.org", "example.org")))
                .isFalse();
        assertThat(flood.isTooMany(
                        client, AuditEvent.of(AuditEvent.Type.TOKEN_CONSUMED).asRefused()))
                .isFalse();
        assertThat(flood.isTooMany(another, login)).isFalse();
    }

    private static AuditEntry event(String agent) {
        return new AuditEntry(AuditEvent.of(AuditEvent.Type.LOGIN), Optional.empty(), "192.0.2.1", agent);
    }
}
