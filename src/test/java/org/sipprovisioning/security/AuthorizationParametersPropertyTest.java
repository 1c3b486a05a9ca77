package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationParametersPropertyTest {
    private static final String TOKEN = "!#$%&'*+.^_`|~0123456789azAZ-";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "a=b;b",
                "a=\"b\";b",
                "A=b;b",
                "a = b;b",
                "a\t=\t\"b\";b",
                "x=y,a=b;b",
                "x=y , a=b;b",
                "x=y,, ,a=b;b",
                "a=b, ;b",
                "a=\"b,c=d\";b,c=d",
                "a=\"\";",
                "a=\"b\\\"c\";b\\\"c",
                "a=\"b\\\\\";b\\\\",
            })
    void reads(String text, String value) {
        assertThat(AuthorizationParameters.parse(text).orElseThrow()).containsEntry("a", value == null ? "" : value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a=",
                "=b",
                "a=b c=d",
                "a=b;c=d",
                "a=\"b",
                "a=\"b\\\"",
                "a=\"b\"c",
                "a=b\"c\"",
                "a=b,a=c",
                "a=b,A=b",
                "a=\"b\",a=\"b\"",
                ",a=b",
                "a=\"b\u0001\"",
                "a=(b)",
                "é=b",
            })
    void refuses(String text) {
        assertThat(AuthorizationParameters.parse(text)).isEmpty();
    }

    /**
     * The text is as long as a header may be. A pattern with backtracking would take a stack frame for each character.
     */
    @ParameterizedTest
    @ValueSource(strings = {"a=b,", "a=b ,\t,", "a=\"\\a\\b", "a,"})
    void takesNoStackForALongOne(String text) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> AuthorizationParameters.parse(
                        text + text.substring(text.length() - 1).repeat(60_000)),
                "small",
                128 << 10);
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        thread.join();

        assertThat(failures).isEmpty();
    }

    @Property
    void neverFails(@ForAll String text) {
        assertThatCode(() -> AuthorizationParameters.parse(text)).doesNotThrowAnyException();
    }

    /** Text that is nearly valid reaches more of the code. */
    @Property
    void neverFailsNearlyRight(
            @ForAll @StringLength(max = 200) @Chars({'a', 'b', '=', '"', ',', ' ', '\\', '\t', 'é', '\u0000'})
                    String text) {
        assertThatCode(() -> AuthorizationParameters.parse(text).flatMap(DigestResponse::from))
                .doesNotThrowAnyException();
    }

    @Property
    void readsWhatWasWritten(@ForAll("parameters") Map<String, String> parameters) {
        String quoted = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=\"" + parameter.getValue() + '"')
                .collect(Collectors.joining(", "));

        assertThat(AuthorizationParameters.parse(quoted)).contains(parameters);
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        return Arbitraries.maps(
                Arbitraries.strings()
                        .withChars(TOKEN.toLowerCase(java.util.Locale.ROOT))
                        .ofMinLength(1)
                        .ofMaxLength(10),
                Arbitraries.strings()
                        .withCharRange(' ', '!')
                        .withCharRange('#', '[')
                        .withCharRange(']', '~')
                        .ofMaxLength(30));
    }
}
