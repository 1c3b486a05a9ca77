package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.request.FakeRequest;

class PhoneRequestTest {

    @Test
    void readsTheQueryInItsOrder() {
        PhoneRequest request = asked("b=1&a=x+y%2B%26%3d&b=&c&&=e&b=%C3%A9&%61=z");

        assertThat(request.parameters().keySet()).containsExactly("b", "a", "c", "");
        assertThat(request.parameters())
                .containsEntry("b", List.of("1", "", "\u00e9"))
                .containsEntry("a", List.of("x y+&=", "z"))
                .containsEntry("c", List.of(""))
                .containsEntry("", List.of("e"));
    }

    @Test
    void givesTheFirstValue() {
        PhoneRequest request = asked("a=1&a=2&b");

        assertThat(request.documentText("a")).contains("1");
        assertThat(request.documentText("b")).contains("");
        assertThat(request.documentText("A")).isEmpty();
        assertThat(request.documentText("c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset_password",
                "reset_password=",
                "reset_password=1",
                "reset_password=true",
                "reset_password=False",
                "reset_password&reset_password=0",
                "a=b&&reset%5Fpassword"
            })
    void asksForAResetByPresence(String query) {
        assertThat(asked(query).asksForReset()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reset_password=false",
                "reset_password=0",
                "reset_password=%30",
                "reset_password=0&reset_password",
                "RESET_PASSWORD",
                "a=reset_password"
            })
    void asksForNoResetWithoutTheParameter(String query) {
        assertThat(asked(query).asksForReset()).isFalse();
    }

    @Test
    void hasNoParametersWithoutAQuery() {
        assertThat(asked(null).parameters()).isEmpty();
        assertThat(asked("").parameters()).isEmpty();
        assertThat(asked("&").parameters()).isEmpty();
    }

    @Test
    void takesWhatEscapesNothingForItself() {
        assertThat(asked("a=100%&b=%4&c=%zz&d=%+1&e=%-1").parameters())
                .isEqualTo(Map.of(
                        "a", List.of("100%"),
                        "b", List.of("%4"),
                        "c", List.of("%zz"),
                        "d", List.of("% 1"),
                        "e", List.of("%-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0A", "%0d", "%00", "%1F", "%EF%BF%BE", "%EF%BF%BF", "%C3", "%ED%A0%80", "%FF", "%C0%80"})
    void refusesForADocumentWhatNoneMayHold(String value) {
        PhoneRequest request = asked("site=secret" + value + "&other=1");

        assertThatThrownBy(() -> request.documentText("site"))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("site")
                .hasMessageNotContaining("secret");
        assertThat(request.documentText("other")).contains("1");
        assertThat(request.parameters().get("site")).singleElement().asString().startsWith("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", " ", "\u007F", "\u0085", "\uFFFD", "\uE000", "\uD83D\uDE00", "<&>\""})
    void takesForADocumentWhatXmlHolds(String value) {
        String query = "site=" + URLEncoder.encode(value, StandardCharsets.UTF_8);

        assertThat(asked(query).documentText("site")).contains(value);
    }

    @Property
    void readsWhatAFormWrites(@ForAll String name, @ForAll String value) {
        String query = URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);

        assertThat(asked(query).parameters()).containsEntry(unpaired(name), List.of(unpaired(value)));
    }

    @Property
    void neverFails(@ForAll String query) {
        assertThat(asked(query).parameters()).doesNotContainValue(List.of());
    }

    @Test
    void tellsHeadersWithoutCredentials() {
        PhoneRequest request = new PhoneRequest();
        request.request = FakeRequest.to("example.org")
                .with("X-Site", "a")
                .with("User-Agent", "Linphone")
                .with("x-site", "b")
                .with("Authorization", "Digest secret")
                .with("PROXY-Authorization", "secret")
                .with("Cookie", "a=secret")
                .with("X-API-Key", "secret")
                .build();

        assertThat(request.headers())
                .isEqualTo(Map.of(
                        "host", List.of("example.org"),
                        "x-site", List.of("a", "b"),
                        "user-agent", List.of("Linphone")));
    }

    /** Replaces unpaired surrogates, which UTF-8 cannot encode. */
    private static String unpaired(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Test
    void oneParameterThatNoDocumentHoldsIsEnough() {
        assertThatThrownBy(() -> asked("a=1&b=%0A").requireDocumentTexts())
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("b");
        asked("a=1&b=%09").requireDocumentTexts();
    }

    private static PhoneRequest asked(String query) {
        PhoneRequest request = new PhoneRequest();
        request.request = FakeRequest.to("example.org").asking(query).build();
        return request;
    }
}
