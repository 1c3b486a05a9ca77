package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinphonercPropertyTest {

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(() -> Linphonerc.parse(bytes));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefuse(() -> Linphonerc.parse(text));
    }

    @Property
    void aTextOfItsOwnSyntaxIsReadOrRefused(@ForAll("linphonerc") String text, @ForAll byte[] tail) {
        readOrRefuse(() -> Linphonerc.parse(text + new String(tail, StandardCharsets.ISO_8859_1)));
        readOrRefuse(() -> Linphonerc.parse((text + "\uD800").substring(text.length() / 2)));
    }

    @Property
    void bytesAndTextAreReadAlike(@ForAll("linphonerc") String text) {
        Linphonerc ofText = Linphonerc.parse(text);
        Linphonerc ofBytes = Linphonerc.parse(text.getBytes(StandardCharsets.UTF_8));

        assertThat(Shape.of(ofBytes.config())).isEqualTo(Shape.of(ofText.config()));
        assertThat(ofBytes.warnings()).isEqualTo(ofText.warnings());
    }

    @Property
    void whatIsReadCanBeSent(@ForAll("linphonerc") String text) {
        LpConfig config = Linphonerc.parse(text).config();

        assertThat(Shape.of(LpConfigXml.read(LpConfigXml.write(config)))).isEqualTo(Shape.of(config));
    }

    /** A linphonerc as liblinphone would write it is read back unchanged. */
    @Property
    void whatIsReadIsReadAgainFromItsPlainForm(@ForAll("linphonerc") String text) {
        Shape once = Shape.of(Linphonerc.parse(text).config());
        StringBuilder plain = new StringBuilder();
        for (Shape.OfSection section : once.sections()) {
            plain.append('[').append(section.name()).append("]\n");
            // Without the tab, a key that begins with a bracket would be read as a section.
            section.entries().forEach(e -> plain.append("\t" + e.name() + "=" + e.value() + "\n"));
        }

        assertThat(Shape.of(Linphonerc.parse(plain.toString()).config())).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> linphonerc() {
        Arbitrary<String> syntax = Arbitraries.of(
                "[",
                "]",
                "=",
                "#",
                " ",
                "\t",
                "\n",
                "\r",
                "\r\n",
                "\ufeff",
                "a",
                "k",
                "[a]\n",
                "[b x=1]\n",
                "k=v\n",
                "é",
                "😀",
                "\u0085",
                "\u00a0",
                "\"",
                "&",
                "<",
                ";",
                "\u007f");
        return syntax.list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    private static void readOrRefuse(Runnable parse) {
        try {
            parse.run();
        } catch (LinphonercFault expected) {
            assertThat(expected.line()).isPositive();
            assertThat(expected.column()).isPositive();
        }
    }
}
