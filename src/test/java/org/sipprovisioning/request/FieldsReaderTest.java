package org.sipprovisioning.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.TooLarge;

class FieldsReaderTest {

    private static final int MIB = 1 << 20;

    @Test
    void readsAnObject() throws IOException {
        assertThat(read("/accounts", " {\"a\": 1} ").has("a")).isTrue();
        assertThat(read("/accounts", "{}").has("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "\"a\"", "1", "true", "null"})
    void refusesWhatIsNoObject(String body) {
        assertThatThrownBy(() -> read("/accounts", body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("The body is not a JSON object.");
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                " ",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":1}}",
                "{\"a\":1} {\"a\":1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "\uFEFFx{}",
                "a=b",
                "{\"password\":\"hunter2\",\"password\":\"hunter2\"}",
                "{\"a\":" + "[".repeat(200_000),
                "{\"a\":".repeat(100_000),
                "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"a\":1e99999999999}");
    }

    /** The parser has several kinds of exception. None is passed on, because its message may quote a secret. */
    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> read("/accounts", body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("The body is not JSON, or has a key twice.")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "9007199254740993.5"})
    void aNumberOfAnySizeIsNoFaultUntilItIsRead(String number) throws IOException {
        assertThat(read("/accounts", "{\"a\":" + number + "}").has("a")).isTrue();
    }

    @Test
    void limitsABodyExactly() throws IOException {
        assertThat(read("/accounts", padded(MIB)).has("a")).isTrue();
        assertThatThrownBy(() -> read("/accounts", padded(MIB + 1)))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining(String.valueOf(MIB));
    }

    @Test
    void aSpaceMayBeLarger() throws IOException {
        assertThat(read("/spaces/sip.example.org", padded(16 * MIB)).has("a")).isTrue();
        assertThatThrownBy(() -> read("/spaces", padded(16 * MIB + 1))).isInstanceOf(TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON", "application/json;q=2", "application/json ; charset=nope"
            })
    void readsJsonOfAnyParameters(String contentType) throws IOException {
        assertThat(read("/accounts", "{\"a\":1}", List.of(contentType)).has("a"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b;q=2", "*/*", "application/*", "application/jsonp", "application/json-seq", "text/json"})
    void refusesAnotherType(String contentType) {
        assertThatThrownBy(() -> read("/accounts", "{}", List.of(contentType)))
                .isInstanceOf(NotSupportedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/", "/", "application/json, text/plain", "application/json;a"})
    void refusesWhatIsNoType(String contentType) {
        assertThatThrownBy(() -> read("/accounts", "{}", List.of(contentType))).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void refusesSeveralTypesAndNone() {
        assertThatThrownBy(() -> read("/accounts", "{}", List.of("application/json", "application/json")))
                .isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> read("/accounts", "{}", List.of())).isInstanceOf(NotSupportedException.class);
    }

    @Test
    void readsNothingButFields() {
        FieldsReader reader = new FieldsReader();

        assertThat(reader.isReadable(Fields.class, Fields.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .isTrue();
        assertThat(reader.isReadable(Object.class, Object.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
    }

    private static String padded(int length) {
        return "{\"a\":1}" + " ".repeat(length - 7);
    }

    private static Fields read(String path, String body) throws IOException {
        return read(path, body, List.of("application/json"));
    }

    private static Fields read(String path, String body, List<String> contentTypes) throws IOException {
        FieldsReader reader = new FieldsReader();
        reader.request = (HttpServletRequest) Proxy.newProxyInstance(
                FieldsReaderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getHeaders") ? Collections.enumeration(contentTypes) : path);
        reader.bodies = new Bodies();
        reader.bodies.request = SentRequest.of(Optional.of("caller"), body.getBytes(UTF_8));
        return reader.readFrom(
                Fields.class,
                Fields.class,
                new Annotation[0],
                MediaType.APPLICATION_OCTET_STREAM_TYPE,
                null,
                InputStream.nullInputStream());
    }
}
