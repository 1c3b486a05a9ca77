package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests that a document that cannot be rendered is not sent, and that the request then changes nothing. */
@InServer
class RenderFailureIT {
    private final Phone phone = Phone.suite();

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "line\nbreak", "carriage\rreturn", "\uFFFE"})
    void leavesTokenActivationAndPasswordUntouched(String displayName) {
        TestAccount account = account();
        Rows.update("UPDATE account SET display_name = ? WHERE id = ?", displayName, account.id());
        List<String> before = account.stored();

        for (String query : List.of("", "?reset_password", "?reset_password=1")) {
            Answer answer = phone.get(account.url() + query);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).isEqualTo("{\"message\":\"Internal error.\"}");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(account.stored()).isEqualTo(before);
            phone.assertLive(account.token());
        }

        Rows.update("UPDATE account SET display_name = 'Good again' WHERE id = ?", account.id());
        assertThat(phone.config(account.url()).value("proxy_0", "reg_identity")).startsWith("\"Good again\" <sip:");
        phone.assertDead(account.token());
    }

    /** An earlier release has stored these entries, which the API would refuse now. */
    @Test
    void documentThatAPhoneWouldApplyInPartIsNotSent() {
        String space = hostedSpace(Map.of("custom_provisioning_entries", "[net]\nmtu=1300\n"));
        TestAccount account = account(space, Map.of("activated", false));
        keep(space, "[proxy_2]\nreg_identity=sip:a@b\nreg_proxy=<sip:b>\n");
        List<String> before = account.stored();

        Answer answer = phone.get(account.url() + "?reset_password");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Internal error.\"}");
        assertThat(account.stored()).isEqualTo(before);
        assertThat(phone.host(space).config("/provisioning").sections()).contains("proxy_2");
        changeSpace(space, Map.of("custom_provisioning_entries", "[net]\nmtu=1300\n"));
        assertThat(phone.config(account.url()).value("net", "mtu")).isEqualTo("1300");
    }

    /** Stores entries directly, as an earlier release did without checking them. */
    private static void keep(String space, String entries) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(entries.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Rows.update(
                "UPDATE linphonerc_entries SET content = ? WHERE id = (SELECT entries_id FROM space WHERE domain = ?)",
                zipped.toByteArray(),
                space);
    }
}
