package org.sipprovisioning.space;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConvertersTest {

    private final AppFlagsConverter flags = new AppFlagsConverter();

    /** The names that liblinphone's applications and FlexiAPI use. */
    @Test
    void appFlagsHaveTheKeysThatThePhonesRead() {
        assertThat(AppFlag.values())
                .extracting(AppFlag::key)
                .containsExactly(
                        "disable_chat_feature",
                        "disable_meetings_feature",
                        "disable_broadcast_feature",
                        "disable_call_recordings_feature",
                        "hide_settings",
                        "hide_account_settings",
                        "only_display_sip_uri_username",
                        "assistant_hide_create_account",
                        "assistant_disable_qr_code",
                        "assistant_hide_third_party_account");
    }

    @Property
    void anyAppFlagsSurvive(@ForAll Set<AppFlag> some) {
        assertThat(flags.convertToEntityAttribute(flags.convertToDatabaseColumn(some)))
                .isEqualTo(some);
    }

    @Test
    void appFlagsAreKeptByNameInOneOrder() {
        assertThat(flags.convertToDatabaseColumn(EnumSet.of(AppFlag.HIDE_SETTINGS, AppFlag.DISABLE_CHAT_FEATURE)))
                .isEqualTo("disable_chat_feature,hide_settings");
        assertThat(flags.convertToDatabaseColumn(Set.of())).isEmpty();
        assertThat(flags.convertToDatabaseColumn(EnumSet.allOf(AppFlag.class))).hasSizeLessThan(1_024);
    }

    @Test
    void aFlagThatIsNoLongerKnownIsIgnored() {
        assertThat(flags.convertToEntityAttribute("hide_settings,gone")).containsExactly(AppFlag.HIDE_SETTINGS);
        assertThat(flags.convertToEntityAttribute("")).isEmpty();
    }

    @Test
    void instantsAreKeptAsMillisecondsThatNoTimeZoneCanChange() {
        EpochMillisConverter millis = new EpochMillisConverter();
        Instant instant = Instant.parse("2030-06-30T23:59:59.123Z");

        assertThat(millis.convertToDatabaseColumn(instant)).isEqualTo(instant.toEpochMilli());
        assertThat(millis.convertToEntityAttribute(millis.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
        assertThat(millis.convertToDatabaseColumn(null)).isNull();
        assertThat(millis.convertToEntityAttribute(null)).isNull();
    }

    @Property
    void anyEntriesSurvive(@ForAll String text) {
        Space space = SampleSpaces.kept(SampleSpaces.of("example.org"), 1);

        assertThat(new LinphonercEntries(space, text).utf8()).isEqualTo(text.getBytes(UTF_8));
    }
}
