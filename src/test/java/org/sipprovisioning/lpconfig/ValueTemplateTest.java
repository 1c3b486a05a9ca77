package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTemplateTest {
    private static final TemplateValues NAMES =
            (name, argument) -> Optional.of("<" + name + (argument.isEmpty() ? "" : ":" + argument) + ">");
    private static final TemplateValues NONE = (name, argument) -> Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "${account.username}, <ACCOUNT_USERNAME>",
        "${account.domain}, <ACCOUNT_DOMAIN>",
        "${account.display_name}, <ACCOUNT_DISPLAY_NAME>",
        "${account.phone}, <ACCOUNT_PHONE>",
        "${account.dictionary.a}, <ACCOUNT_DICTIONARY:a>",
        "${account.dictionary.a b.$c{d}, <ACCOUNT_DICTIONARY:a b.$c{d>",
        "${account.dictionary.${x}, <ACCOUNT_DICTIONARY:${x>",
        "${space.domain}, <SPACE_DOMAIN>",
        "${request.param.\u00e9&=}, <REQUEST_PARAM:\u00e9&=>",
        "a${space.domain}b${account.phone}c, a<SPACE_DOMAIN>b<ACCOUNT_PHONE>c",
        "${space.domain}${space.domain}}, <SPACE_DOMAIN><SPACE_DOMAIN>}",
        "$${x}, ${x}",
        "$$${x}, $${x}",
        "$$$${x}, $$${x}",
        "$${${space.domain}, ${<SPACE_DOMAIN>",
        "${space.domain}$${x}, <SPACE_DOMAIN>${x}",
        "$$, $$",
        "a$ {b}, a$ {b}",
        "$$${space.domain}, $${space.domain}",
        "}{$, }{$"
    })
    void isReadFromLeftToRight(String value, String filled) {
        assertThat(ValueTemplate.parse(value).fill(NAMES)).contains(filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${",
                "a${",
                "${}",
                "${x}",
                "${account.username",
                "${account.username }",
                "${ account.username}",
                "${Account.username}",
                "${account.username.x}",
                "${account.email}",
                "${account.dictionary}",
                "${account.dictionary.}",
                "${request.param.}",
                "${space.domain}${x}",
                "$${x}${y}",
                "${${space.domain}}"
            })
    void refusesWhatIsNotKnown(String value) {
        assertThatThrownBy(() -> ValueTemplate.parse(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${account.dictionary.KEY}, ${space.domain}, ${request.param.NAME}")
                .hasMessageContaining("$${");
    }

    @Test
    void neverTellsTheValue() {
        assertThatThrownBy(() -> ValueTemplate.parse("hunter2${pass}")).hasMessageNotContainingAny("hunter2", "pass}");
    }

    @Test
    void isNotThereWhereSomethingIsMissing() {
        ValueTemplate template = ValueTemplate.parse("${space.domain}/${account.phone}");

        assertThat(template.fill(NONE)).isEmpty();
        assertThat(template.fill(
                        (name, argument) -> Optional.of("x").filter(value -> name == TemplateName.SPACE_DOMAIN)))
                .isEmpty();
        assertThat(ValueTemplate.parse("a$${b").fill(NONE)).contains("a${b");
    }

    @Test
    void knowsWhatItAsksFor() {
        ValueTemplate template = ValueTemplate.parse("$${account.phone}${request.param.x}");

        assertThat(template.isPlain()).isFalse();
        assertThat(template.asksFor(TemplateName.REQUEST_PARAM)).isTrue();
        assertThat(template.asksFor(TemplateName.ACCOUNT_PHONE)).isFalse();
        assertThat(ValueTemplate.parse("$${account.phone}").isPlain()).isTrue();
    }

    @Property
    void textWithoutATemplateIsItself(
            @ForAll @Chars({'a', '$', '}', ' ', '\u00e9'}) @StringLength(max = 20) String text) {
        assertThat(ValueTemplate.parse(text).fill(NONE)).contains(text);
    }

    @Property
    void whatIsEscapedIsItself(@ForAll @Chars({'a', '$', '{', '}'}) @StringLength(max = 20) String text) {
        assertThat(ValueTemplate.parse(text.replace("${", "$${")).fill(NONE)).contains(text);
    }

    @Property
    void whatIsFilledInIsNotReadAgain(@ForAll @Chars({'a', '$', '{', '}'}) String value) {
        assertThat(ValueTemplate.parse("$${x}${request.param.x}$").fill((name, argument) -> Optional.of(value)))
                .contains("${x}" + value + "$");
    }

    @Property
    void readsOrRefuses(@ForAll @Chars({'a', '$', '{', '}', '.'}) String value) {
        assertThat(Optional.ofNullable(catchThrowable(() -> ValueTemplate.parse(value))))
                .matches(fault ->
                        fault.isPresent() ? fault.get() instanceof IllegalArgumentException : isEscaped(value));
    }

    /** Whether the value has no template. The characters of this test cannot form a name that is known. */
    private static boolean isEscaped(String value) {
        return !value.replace("$${", "a").contains("${");
    }

    @Test
    void readsLongOnesInOneGo() {
        String many = "$".repeat(1_000_000) + "${space.domain}$${".repeat(200_000);

        assertThat(ValueTemplate.parse(many)
                        .fill((name, argument) -> Optional.of(""))
                        .orElseThrow())
                .hasSize(999_999 + "${space.domain}".length() + 2 + 2 * 199_999);
    }
}
