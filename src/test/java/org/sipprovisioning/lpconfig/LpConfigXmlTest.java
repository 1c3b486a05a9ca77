package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LpConfigXmlTest {

    private final LpConfig config = new LpConfig();

    @ParameterizedTest
    @EnumSource
    void writesWhatAPhoneReads(JaxbRuntime runtime) {
        config.section("a&\"b<").put("k", " \t<v> & \"é😀\" ]]> ", false);
        config.section("a&\"b<").clear("l>'");
        config.section("empty");

        assertThat(DomReader.read(runtime.write(config))).isEqualTo(Shape.of(config));
    }

    @ParameterizedTest
    @EnumSource
    void writesNoMoreThanAPhoneNeeds(JaxbRuntime runtime) {
        config.section("a").put("k", "v", false);
        config.section("a").put("l", "w", true);

        String unindented = new String(runtime.write(config), StandardCharsets.UTF_8).replaceAll(">\\s+<", "><");
        assertThat(unindented.strip())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<config xmlns=\"http://www.linphone.org/xsds/lpconfig.xsd\"><section name=\"a\">"
                        + "<entry name=\"k\">v</entry><entry name=\"l\" overwrite=\"true\">w</entry>"
                        + "</section></config>");
    }

    @ParameterizedTest
    @EnumSource
    void writesAnEmptyDocument(JaxbRuntime runtime) {
        assertThat(DomReader.read(runtime.write(config)).sections()).isEmpty();
    }

    @Test
    void writesByTheServersOwnRuntime() {
        config.section("a").put("k", "v", true);

        assertThat(DomReader.read(LpConfigXml.write(config))).isEqualTo(Shape.of(config));
        assertThat(Shape.of(LpConfigXml.read(LpConfigXml.write(config)))).isEqualTo(Shape.of(config));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\0", "\u001f", "\ufffe", "\uffff", "\ud800", "\udc00", "x\udc00\ud800"})
    void refusesWhatNoPhoneCanBeTold(String forbidden) {
        LpConfig section = new LpConfig();
        section.section("s" + forbidden);
        LpConfig key = new LpConfig();
        key.section("s").put("k" + forbidden, "secret", false);
        LpConfig value = new LpConfig();
        value.section("s").put("k", "secret" + forbidden, false);

        assertRefused(section, "A forbidden character in a section name: [s");
        assertRefused(key, "A forbidden character in a key: [s] k");
        assertRefused(value, "A forbidden character in a value: [s] k");
    }

    @Test
    void refusesATabInANameOnly() {
        LpConfig section = new LpConfig();
        section.section("s\t");
        config.section("s").put("k\t", "secret", false);

        assertRefused(section, "A forbidden character in a section name: [s");
        assertRefused(config, "A forbidden character in a key: [s] k");
    }

    @ParameterizedTest
    @EnumSource
    void readsAsAPhoneWould(JaxbRuntime runtime) {
        String xml = """
                <config xmlns="http://www.linphone.org/xsds/lpconfig.xsd" xmlns:x="urn:x" x:y="z">
                  <section name="a"><entry name="k">1</entry><entry name="k">2</entry></section>
                  <section name="b"><entry name="k">1</entry><entry name="k" overwrite="true"/></section>
                  <section name="a"><entry name="k" overwrite="true">3</entry><entry name="l"> 4 </entry></section>
                </config>
                """;
        LpConfig read = runtime.read(xml.getBytes(StandardCharsets.UTF_8));

        assertThat(Shape.of(read).sections().toString())
                .isEqualTo("[OfSection[name=a, entries=[OfEntry[name=k, value=3, overwrite=true],"
                        + " OfEntry[name=l, value= 4 , overwrite=false]]],"
                        + " OfSection[name=b, entries=[OfEntry[name=k, value=, overwrite=true]]]]");
        assertThat(read.section("a").find("l").orElseThrow().value()).isEqualTo(" 4 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<config>",
                "<other/>",
                "<html><config/></html>",
                "<config>\u0001</config>",
                "<!DOCTYPE config><config/>",
                "<!DOCTYPE config [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                        + "<config><section name='a'><entry name='k'>&e;</entry></section></config>"
            })
    void refusesToRead(String xml) {
        assertThatThrownBy(() -> LpConfigXml.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableDocument.class);
    }

    private static void assertRefused(LpConfig config, String message) {
        assertThatThrownBy(() -> LpConfigXml.write(config))
                .isInstanceOf(UnrenderableDocument.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }
}
