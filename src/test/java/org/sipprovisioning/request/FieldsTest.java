package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;

class FieldsTest {

    private final List<Object> got = new ArrayList<>();

    @Test
    void givesWhatIsRight() {
        Fields fields =
                Sent.fields("{'t':'x','r':'a\\nb','f':true,'g':false,'n':7,'l':['a','b'],'o':{'k':'v'},'v':'12'}");
        fields.text("t", 1, got::add);
        fields.rawText("r", 3).ifPresent(got::add);
        fields.flag("f", got::add);
        fields.flag("g", got::add);
        fields.number("n", 7, 7, got::add);
        fields.list("l", 1, got::add);
        fields.texts("o", 1, got::add);
        fields.value("v", 2, Integer::valueOf, got::add);
        fields.check();

        assertThat(got).containsExactly("x", "a\nb", true, false, 7, List.of("a", "b"), Map.of("k", "v"), 12);
    }

    @Test
    void returnsAnOptionalOfWhatIsRightAndFilled() {
        Fields fields = Sent.fields("{'t':'x','v':'12','empty':'','null':null,'long':'abc','word':'a'}");

        assertThat(fields.text("t", 1)).hasValue("x");
        assertThat(fields.value("v", 2, Integer::valueOf)).hasValue(12);
        assertThat(List.of("empty", "null", "absent")).allSatisfy(name -> {
            assertThat(fields.text(name, 1)).isEmpty();
            assertThat(fields.value(name, 1, Integer::valueOf)).isEmpty();
        });
        fields.check();
        assertThat(fields.text("long", 1)).isEmpty();
        assertThat(fields.value("word", 1, Integer::valueOf)).isEmpty();
        assertThat(fields.refusal("x", "is wrong").errors()).containsOnlyKeys("long", "word", "x");
    }

    @Test
    void leavesAloneWhatIsAbsent() {
        Fields fields = Sent.fields("{'other':1}");
        fields.text("x", 1, got::add);
        fields.rawText("x", 1).ifPresent(got::add);
        fields.value("x", 1, Integer::valueOf, got::add);
        fields.flag("x", got::add);
        fields.number("x", 0, 1, got::add);
        fields.list("x", 1, got::add);
        fields.texts("x", 1, got::add);
        fields.keep("x");
        fields.check();

        assertThat(got).isEmpty();
        assertThat(fields.has("x")).isFalse();
        assertThat(fields.isFalse("x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x':null}", "{'x':''}"})
    void clearsATextByNullAndByNothing(String json) {
        Fields fields = Sent.fields(json);
        fields.text("x", 1, got::add);
        fields.value("x", 1, Integer::valueOf, got::add);
        fields.rawText("x", 1).ifPresent(got::add);
        fields.check();

        assertThat(got).containsExactly(null, null, "");
    }

    @Test
    void clearsCollectionsByNull() {
        Fields fields = Sent.fields("{'x':null}");
        fields.list("x", 1, got::add);
        fields.texts("x", 1, got::add);
        fields.check();

        assertThat(got).containsExactly(List.of(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "false", "[]", "{}", "['a']", "{'a':'b'}"})
    void refusesWhatIsNoText(String value) {
        assertThat(reasons(value, (fields, name) -> fields.text(name, 9, got::add)))
                .containsExactly("must be a string");
        assertThat(reasons(value, (fields, name) -> fields.value(name, 9, Integer::valueOf, got::add)))
                .containsExactly("must be a string");
        assertThat(reasons(value, (fields, name) -> fields.rawText(name, 9).ifPresent(got::add)))
                .containsExactly("must be a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "'true'", "''", "null", "[]", "{}"})
    void refusesWhatIsNoFlag(String value) {
        assertThat(reasons(value, (fields, name) -> fields.flag(name, got::add)))
                .containsExactly("must be true or false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "6",
                "-3",
                "3.5",
                "'3'",
                "''",
                "null",
                "true",
                "[]",
                "{}",
                "2147483648",
                "4294967299",
                "18446744073709551619",
                "1e999999999",
                "3e-999999999"
            })
    void refusesWhatIsNoNumberInRange(String value) {
        assertThat(reasons(value, (fields, name) -> fields.number(name, 2, 5, got::add)))
                .containsExactly("must be an integer from 2 to 5");
    }

    @ParameterizedTest
    @CsvSource({"2,2", "5,5", "3.0,3", "3e0,3", "0.2e1,2"})
    void takesEverySpellingOfAnInteger(String value, int number) {
        Fields fields = Sent.fields("{'x':" + value + "}");
        fields.number("x", 2, 5, got::add);
        fields.check();

        assertThat(got).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'a'", "true", "{}"})
    void refusesWhatIsNoList(String value) {
        assertThat(reasons(value, (fields, name) -> fields.list(name, 9, got::add)))
                .containsExactly("must be a list of strings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "['a',1]|must hold strings only",
                "['a',null]|must hold strings only",
                "[['a']]|must hold strings only",
                "[1,2,3]|must hold strings only",
                "['four']|must not hold a string longer than 3 characters",
                "['a\\u0000']|must not contain the character U+0000",
            })
    void refusesAListWithOneBadElement(String value, String reason) {
        assertThat(reasons(value, (fields, name) -> fields.list(name, 3, got::add)))
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1|must be an object of strings",
                "[]|must be an object of strings",
                "'a'|must be an object of strings",
                "false|must be an object of strings",
                "{'k':1}|must hold strings only",
                "{'k':null}|must hold strings only",
                "{'k':{}}|must hold strings only",
                "{'k':'four'}|must not hold a string longer than 3 characters",
                "{'k':'\\r'}|must not contain the character U+000D",
                "{'\\n':'v'}|a key must not contain the character U+000A",
            })
    void refusesADictionaryWithOneBadEntry(String value, String reason) {
        assertThat(reasons(value, (fields, name) -> fields.texts(name, 3, got::add)))
                .containsExactly(reason);
    }

    @Test
    void limitsTheLengthOfATextExactly() {
        assertThat(reasons("'four'", (fields, name) -> fields.text(name, 3, got::add)))
                .containsExactly("must not be longer than 3 characters");
        Sent.fields("{'x':'four'}").text("x", 4, got::add);
        assertThat(got).containsExactly("four");
    }

    @Test
    void refusesATextWithAForbiddenCharacterAndNeverQuotesIt() {
        assertThat(reasons("'se\\ncret'", (fields, name) -> fields.text(name, 99, got::add)))
                .containsExactly("must not contain the character U+000A");
    }

    @Test
    void tellsTheParsersReason() {
        assertThat(reasons(
                        "'x'",
                        (fields, name) -> fields.value(
                                name,
                                9,
                                text -> {
                                    throw new IllegalArgumentException("must be better");
                                },
                                got::add)))
                .containsExactly("must be better");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'x':null}", "{'x':''}", "{'x':'  '}"})
    void requires(String json) {
        Fields fields = Sent.fields(json);
        fields.require("x");

        assertThat(errors(fields)).containsExactly(Map.entry("x", List.of("is required")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x':null}", "{'x':''}", "{'x':'\\t'}"})
    void keeps(String json) {
        Fields fields = Sent.fields(json);
        fields.keep("x", "absent");

        assertThat(errors(fields)).containsExactly(Map.entry("x", List.of("must not be empty")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "0", "false", "[]", "{}"})
    void whatIsThereIsNotMissing(String value) {
        Fields fields = Sent.fields("{'x':" + value + "}");
        fields.require("x");
        fields.keep("x");

        assertThatCode(fields::check).doesNotThrowAnyException();
    }

    @Test
    void gathersAllThatIsWrongInTheOrderOfReading() {
        Fields fields = Sent.fields("{'b':1,'a':'long'}");
        fields.require("c");
        fields.text("b", 3, got::add);
        fields.text("a", 3, got::add);
        fields.reject("a", "is odd");

        assertThat(errors(fields))
                .containsExactly(
                        Map.entry("c", List.of("is required")),
                        Map.entry("b", List.of("must be a string")),
                        Map.entry("a", List.of("must not be longer than 3 characters", "is odd")));
        assertThat(got).isEmpty();
    }

    @Test
    void tellsAReasonOnceHoweverOftenAFieldIsRead() {
        Fields fields = Sent.fields("{'b':1}");
        fields.text("b", 3, got::add);
        fields.text("b", 3, got::add);

        assertThat(errors(fields)).containsExactly(Map.entry("b", List.of("must be a string")));
    }

    @Test
    void tellsFalseFromAllElse() {
        Fields fields = Sent.fields("{'f':false,'t':true,'n':null,'z':0,'s':'false'}");

        assertThat(fields.isFalse("f")).isTrue();
        assertThat(List.of("t", "n", "z", "s")).noneMatch(fields::isFalse);
    }

    @Test
    void whatIsWrongInOneFieldIsNoFaultWithoutACheck() {
        Fields fields = Sent.fields("{}");
        fields.check();
        fields.reject("x", "is odd");

        assertThatThrownBy(fields::check).isInstanceOf(InvalidInput.class).hasMessage("The given data was invalid.");
    }

    private List<String> reasons(String value, BiConsumer<Fields, String> read) {
        Fields fields = Sent.fields("{'x':" + value + "}");
        read.accept(fields, "x");
        assertThat(got).isEmpty();
        return errors(fields).get("x");
    }

    private static Map<String, List<String>> errors(Fields fields) {
        return catchThrowableOfType(InvalidInput.class, fields::check).errors();
    }
}
