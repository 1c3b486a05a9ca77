package org.sipprovisioning.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests keys.tsv and its reader. The reader is strict: {@link KeyRowTest} tests what it refuses in a row. */
class KnownKeysTest {
    private static final String ROW = "a\tk\tint\t-\t-\tlibrary\t5.1.0\t-\tf.c#g\tIt counts.\t-";

    private static final KnownKeys KEYS = KnownKeys.load();

    @Test
    void fileHasAtLeast400Keys() {
        assertThat(KEYS.all()).hasSizeGreaterThanOrEqualTo(400);
    }

    @Test
    void eachScopeHasKeys() {
        assertThat(KEYS.all())
                .flatExtracting(KnownKey::readers)
                .extracting(KeyReader::scope)
                .contains(Scope.values());
    }

    @Test
    void versionsAreNumbers() {
        assertThat(KEYS.all())
                .flatExtracting(KnownKey::readers)
                .allSatisfy(reader -> assertThat(reader.since()).matches("[56]\\.[0-9]+\\.[0-9]+(-alpha|-beta)?"))
                .allSatisfy(reader -> reader.until()
                        .ifPresent(until -> assertThat(until).matches("[56]\\.[0-9]+\\.[0-9]+(-alpha|-beta)?")));
    }

    @Test
    void versionsOfTheLibraryAre5AndThoseOfTheApps6() {
        assertThat(KEYS.all())
                .flatExtracting(KnownKey::readers)
                .allSatisfy(
                        reader -> assertThat(reader.since()).startsWith(reader.scope() == Scope.LIBRARY ? "5." : "6."));
    }

    @Test
    void defaultsAreOfTheirType() {
        assertThat(KEYS.all())
                .filteredOn(key ->
                        !key.defaultValue().map(value -> isOfType(value, key)).orElse(true))
                .isEmpty();
    }

    private static boolean isOfType(String value, KnownKey key) {
        return switch (key.type()) {
            case BOOL -> value.matches("[01]");
            case INT -> value.matches("-?[0-9]+|0x[0-9a-f]+");
            case FLOAT -> value.matches("-?[0-9]+(\\.[0-9]+)?");
            case RANGE -> value.matches("-?[0-9]+(-[0-9]+)?");
            case ENUM -> key.words().contains(value);
            case SECRET -> false;
            default -> true;
        };
    }

    @Test
    void defaultsAreWithinTheirRange() {
        assertThat(KEYS.all())
                .filteredOn(key -> key.type() == ValueType.INT)
                .filteredOn(key -> !key.defaultValue()
                        .map(value -> key.range().contains(Long.decode(value)))
                        .orElse(true))
                .isEmpty();
    }

    @Test
    void meaningsAreSentences() {
        assertThat(KEYS.all()).allSatisfy(key -> assertThat(key.meaning()).matches("[A-Z].* .*\\."));
    }

    /** The keys by which the server itself, and those who write configurations, get phones to work. */
    @ParameterizedTest
    @CsvSource({
        "proxy_0,reg_identity,SIP_ADDRESS",
        "proxy_12,reg_sendregister,BOOL",
        "proxy_0,reg_expires,INT",
        "proxy_default_values,reg_expires,INT",
        "auth_info_3,ha1,SECRET",
        "auth_info_0,client_cert_key_passsword,SECRET",
        "misc,config-uri,URI",
        "misc,config-uri-header_0,STRING",
        "misc,contacts-vcard-list,URI",
        "nat_policy_0,protocols,LIST",
        "remote_contact_directory_0,type,ENUM",
        "remote_contact_directory_0,carddav_fields_for_user_input,LIST",
        "sip,media_encryption,ENUM",
        "sip,refresh_window,RANGE",
        "sound,mic_gain_db,FLOAT",
        "ui,disable_chat_feature,BOOL",
        "app,push_notification_domains,LIST",
    })
    void knows(String section, String key, ValueType type) {
        assertThat(KEYS.find(section, key)).map(KnownKey::type).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "auth_info_0,client_cert_key_password", "proxy_00,reg_proxy", "proxy_N_0,reg_proxy", "proxy_,reg_proxy",
        "nowhere,reg_proxy", "sip,media_encryption_0", "misc,config-uri-header_01", "sip,''"
    })
    void doesNotKnow(String section, String key) {
        assertThat(KEYS.find(section, key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "auth_info_0,client_cert_key_password,client_cert_key_passsword",
        "proxy_1,reg_poxy,reg_proxy",
        "proxy_1,reg_porxy,reg_proxy",
        "sip,media_encrytpion,media_encryption",
        "sip,Media_Encryption,media_encryption",
        "alerts::network,burst_occurred_interval,burst_occured_interval",
    })
    void proposes(String section, String misspelt, String key) {
        assertThat(KEYS.nearest(section, misspelt)).map(KnownKey::name).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_own_key", "x", "", "reg"})
    void proposesNothingFor(String key) {
        assertThat(KEYS.nearest("proxy_0", key)).isEmpty();
    }

    @Test
    void aVeryLongNameIsComparedWithNone() {
        assertThat(KEYS.nearest("sip", "k".repeat(16_000_000))).isEmpty();
    }

    @Test
    void sectionHasItsKeysInOrder() {
        assertThat(KEYS.ofSection("nat_policy_4"))
                .extracting(KnownKey::name)
                .contains("stun_server", "turn_enable_tls")
                .isSorted();
        assertThat(KEYS.ofSection("nowhere")).isEmpty();
    }

    @Test
    void noMeaningIsLeftToBeWritten() {
        assertThat(KEYS.all()).extracting(KnownKey::meaning).noneMatch(meaning -> meaning.contains("TODO"));
    }

    @Test
    void noteAndReadersAreKept() {
        KnownKey key = KEYS.find("auth_info_0", "client_cert_key_passsword").orElseThrow();

        assertThat(key.note()).hasValueSatisfying(note -> assertThat(note).contains("three s"));
        assertThat(key.readers()).extracting(KeyReader::scope).isEqualTo(List.of(Scope.LIBRARY));
        assertThat(key.words()).isEmpty();
    }

    @Test
    void defaultThatVariesIsMarked() {
        KnownKey key = KEYS.find("net", "push_notification").orElseThrow();

        assertThat(key.varies()).isTrue();
        assertThat(key.defaultValue()).isEmpty();
    }

    @Test
    void enumHasWords() {
        assertThat(Set.copyOf(KEYS.find("sip", "media_encryption").orElseThrow().words()))
                .isEqualTo(Set.of("none", "srtp", "zrtp", "dtls"));
    }

    @Test
    void textWithoutHeaderIsRefused() {
        assertThatThrownBy(() -> KnownKeys.parse("# comment\n" + ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2: the header is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tk", "a\tj", "A\tk"})
    void rowsThatAreNotInOrderAreRefused(String name) {
        String later = ROW.replace("a\tk", name);

        assertThatThrownBy(() -> KnownKeys.parse(String.join("\n", "# comment", KeyRow.HEADER, ROW, later)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 4: not in the order");
    }

    @Test
    void commentBehindTheHeaderIsRefused() {
        assertThatThrownBy(() -> KnownKeys.parse(KeyRow.HEADER + "\n# comment"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ");
    }
}
