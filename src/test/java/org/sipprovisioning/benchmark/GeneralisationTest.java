package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneralisationTest {
    private static final long FIRST = 1_800_000_000_000L;
    private static final long SECOND = 1_800_000_003_210L;

    @Test
    void divisionFindsStringsAndNumbersButNoDigitsOfNames() {
        SqlText text = SqlText.of("SELECT t0.c1, a1_0.x FROM t2 t0 WHERE n = 'it''s \\'a\\'' AND k=17 LIMIT 2");

        assertThat(text.values()).containsExactly("it''s \\'a\\'", "17", "2");
        assertThat(text.shape()).isEqualTo("SELECT t0.c1, a1_0.x FROM t2 t0 WHERE n = '?' AND k=? LIMIT ?");
        assertThat(text.with(text.values())).contains("'it''s \\'a\\'' AND k=17");
    }

    @Test
    void whatIsTheSameInAllRecordingsStays() {
        assertThat(general("SELECT 1 FROM s WHERE id = 7", "SELECT 1 FROM s WHERE id = 7"))
                .isEqualTo("SELECT 1 FROM s WHERE id = 7");
    }

    @Test
    void valuesOfTheSubjectBecomePlaceholders() {
        assertThat(general("INSERT INTO a VALUES (11, 'sip:ann@x')", "INSERT INTO a VALUES (12, 'sip:bob@x')"))
                .isEqualTo("INSERT INTO a VALUES (${id}, 'sip:${username}@x')");
    }

    @Test
    void timesAreRelativeToTheTimeOfTheRecording() {
        assertThat(general("x = " + (FIRST + 12) + ", y = " + (FIRST + 600_004), "x = " + (SECOND + 800) + ", y = "
                        + (SECOND + 600_001)))
                .isEqualTo("x = ${now}, y = ${now+600000}");
        assertThat(general("x < " + (FIRST - 59_990), "x < " + (SECOND - 59_000)))
                .isEqualTo("x < ${now-60000}");
    }

    @Test
    void otherTextIsRandom() {
        assertThat(general("h = '00ff', n = 'Qx_1'", "h = '1234', n = 'Zt-2'"))
                .isEqualTo("h = '${hex:4}', n = '${text:4}'");
    }

    @Test
    void refusesWhatItCannotExplain() {
        assertThatThrownBy(() -> general("id = 5", "id = 6")).hasMessageContaining("[5, 6]");
        assertThatThrownBy(() -> general("SELECT 1", "SELECT a")).hasMessageContaining("Different");
        assertThatThrownBy(() -> Generalisation.of(List.of(
                        new Recording(FIRST, Map.of(), lines("0 SELECT 1")),
                        new Recording(SECOND, Map.of(), lines("0 SELECT 1", "0 COMMIT")))))
                .hasMessageContaining("Different");
    }

    @Test
    void transactionsAreNumberedWhateverTheirConnectionsAre() {
        assertThat(Recording.byTransaction(lines("77 a", "12 b", "12 COMMIT", "12 c", "12 rollback", "77 COMMIT")))
                .isEqualTo(lines("0 a", "1 b", "1 COMMIT", "2 c", "2 rollback", "0 COMMIT"));
    }

    @Test
    void transactionsOfTimersAreLeftOut() {
        assertThat(Recording.without(
                        Set.of("SELECT ? FROM c"),
                        lines("0 a", "1 SELECT 1 FROM c", "1 COMMIT", "0 COMMIT", "2 b", "2 COMMIT")))
                .isEqualTo(lines("0 a", "0 COMMIT", "1 b", "1 COMMIT"));
    }

    @Test
    void placeholdersBecomeParameters() {
        Placeholders statement =
                new Placeholders("UPDATE a SET t = ${now+60000}, n = 'sip:${username}@x', k = 'y' WHERE id = ${id}");

        assertThat(statement.sql()).isEqualTo("UPDATE a SET t = ?, n = ?, k = 'y' WHERE id = ?");
        List<Object> values = statement.values(Map.of("username", "$1", "id", "12"));
        assertThat((Long) values.get(0)).isGreaterThan(System.currentTimeMillis() + 50_000);
        assertThat(values.subList(1, 3)).containsExactly("sip:$1@x", 12L);
    }

    @Test
    void randomTextHasTheLengthAndTheLetters() {
        Placeholders statement = new Placeholders("VALUES ('${hex:64}', '${text:22}')");

        assertThat(statement.values(Map.of()).get(0).toString()).matches("[0-9a-f]{64}");
        assertThat(statement.values(Map.of()).get(1).toString()).matches("[A-Za-z0-9_-]{22}");
        assertThat(statement.values(Map.of())).isNotEqualTo(statement.values(Map.of()));
        assertThatThrownBy(() -> new Placeholders("${nothing}").values(Map.of())).hasMessageContaining("nothing");
    }

    private static String general(String first, String second) {
        return Generalisation.of(List.of(
                        new Recording(FIRST, Map.of("id", "11", "username", "ann"), lines("0 " + first)),
                        new Recording(SECOND, Map.of("id", "12", "username", "bob"), lines("0 " + second))))
                .lines()
                .get(0)
                .sql();
    }

    private static List<Recording.Line> lines(String... lines) {
        return Stream.of(lines)
                .map(line -> line.split(" ", 2))
                .map(words -> new Recording.Line(Integer.parseInt(words[0]), words[1]))
                .toList();
    }
}
