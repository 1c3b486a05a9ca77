package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;

class CardDavFieldsTest {
    private static final String URI = "'uri':'https://dav.example.org/book'";

    private final CardDavServer server =
            SampleSpaces.cardDav(SampleSpaces.kept(SampleSpaces.of("example.org"), 1), 1, "{" + URI + "}");

    @Test
    void phoneIsToldTheDefaults() {
        assertThat(server.directory().entries())
                .containsExactly(
                        entry("enabled", "1"),
                        entry("type", "carddav"),
                        entry("uri", "https://dav.example.org/book"),
                        entry("min_characters", "3"),
                        entry("results_limit", "0"),
                        entry("timeout", "5"),
                        entry("delay", "500"),
                        entry("carddav_fields_for_user_input", ""),
                        entry("carddav_fields_for_domain", ""),
                        entry("carddav_use_exact_match_policy", "0"));
    }

    @Test
    void phoneIsToldWhatIsSet() {
        change("'port':8443,'enabled':false,'use_exact_match_policy':true,'min_characters':1,'results_limit':20,"
                + "'timeout':7,'delay':100,'fields_for_user_input':' FN , N,X-A1 ','fields_for_domain':'IMPP'");

        assertThat(server.directory().entries())
                .containsExactly(
                        entry("enabled", "0"),
                        entry("type", "carddav"),
                        entry("uri", "https://dav.example.org:8443/book"),
                        entry("min_characters", "1"),
                        entry("results_limit", "20"),
                        entry("timeout", "7"),
                        entry("delay", "100"),
                        entry("carddav_fields_for_user_input", "FN,N,X-A1"),
                        entry("carddav_fields_for_domain", "IMPP"),
                        entry("carddav_use_exact_match_policy", "1"));
    }

    @Test
    void changesWhatIsThereAndNothingElse() {
        change("'port':8443,'delay':100,'fields_for_domain':'IMPP'");
        ContactDirectory before = server.directory();

        change("");
        assertThat(server.directory()).isEqualTo(before);

        change("'delay':200");
        assertThat(server.directory()).isNotEqualTo(before);

        change("'delay':100,'port':null,'fields_for_domain':''");
        assertThat(server.directory().entries())
                .containsEntry("uri", "https://dav.example.org/book")
                .containsEntry("carddav_fields_for_domain", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'uri':''|uri",
                "'uri':null|uri",
                "'uri':7|uri",
                "'uri':'ftp://dav.example.org/'|uri",
                "'port':0|port",
                "'port':65536|port",
                "'port':'443'|port",
                "'port':1.5|port",
                "'enabled':1|enabled",
                "'use_exact_match_policy':'true'|use_exact_match_policy",
                "'min_characters':-1|min_characters",
                "'min_characters':101|min_characters",
                "'results_limit':-1|results_limit",
                "'results_limit':10001|results_limit",
                "'timeout':0|timeout",
                "'timeout':301|timeout",
                "'delay':-1|delay",
                "'delay':60001|delay",
                "'delay':null|delay",
                "'fields_for_user_input':'FN;N'|fields_for_user_input",
                "'fields_for_user_input':'FN,'|fields_for_user_input",
                "'fields_for_user_input':' , '|fields_for_user_input",
                "'fields_for_domain':'FN,,N'|fields_for_domain",
                "'fields_for_domain':'F N'|fields_for_domain",
                "'fields_for_domain':['FN']|fields_for_domain",
            })
    void refusesAFieldThatIsWrong(String sent, String field) {
        assertThat(refusal(sent).errors()).containsOnlyKeys(field);
    }

    @Test
    void refusesWhatIsTooLong() {
        String path = "a".repeat(1_024 - "https://dav.example.org/".length());

        change("'uri':'https://dav.example.org/" + path + "'");
        assertThat(refusal("'uri':'https://dav.example.org/a" + path + "'").errors())
                .containsOnlyKeys("uri");
        assertThat(refusal("'fields_for_domain':'" + "a".repeat(1_025) + "'").errors())
                .containsOnlyKeys("fields_for_domain");
    }

    @Test
    void refusesTwoPorts() {
        change("'uri':'https://dav.example.org:8443/','port':8443");

        assertThat(refusal("'port':8444").errors()).containsOnlyKeys("port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'uri':'https://dav.example.org:8444/'", "'uri':'https://dav.example.org:443/'"})
    void refusesAUriOfAnotherPortThanIsSet(String uri) {
        change("'port':8443");

        assertThat(refusal(uri).errors()).containsOnlyKeys("uri");
    }

    @Test
    void uriAndPortMayChangeTogether() {
        change("'uri':'https://dav.example.org:8443/','port':8443");
        change("'uri':'https://dav.example.org:8444/','port':8444");
        change("'uri':'https://dav.example.org:8445/','port':null");

        assertThat(server.directory().entries()).containsEntry("uri", "https://dav.example.org:8445/");
    }

    private void change(String fields) {
        SampleSpaces.change(server, "{" + fields + "}");
    }

    private InvalidInput refusal(String fields) {
        return catchThrowableOfType(InvalidInput.class, () -> change(fields));
    }
}
