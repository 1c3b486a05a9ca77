package org.sipprovisioning.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'','',0",
        "abc,abc,0",
        "abc,'',3",
        "'',abc,3",
        "abc,abd,1",
        "abc,acb,1",
        "abc,ab,1",
        "abc,xabc,1",
        "kitten,sitting,3"
    })
    void countsEdits(String a, String b, int edits) {
        assertThat(EditDistance.between(a, b)).isEqualTo(edits);
        assertThat(EditDistance.between(b, a)).isEqualTo(edits);
    }

    @Test
    void theNearestNameWins() {
        assertThat(EditDistance.nearest("stun_servr", List.of("stun_serve2", "stun_server", "turn_server")))
                .contains("stun_server");
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstWins() {
        assertThat(EditDistance.nearest("portx", List.of("porta", "portb"))).contains("porta");
    }

    @Test
    void aShortNameMustBeExact() {
        assertThat(EditDistance.nearest("abd", List.of("abc"))).isEmpty();
    }
}
