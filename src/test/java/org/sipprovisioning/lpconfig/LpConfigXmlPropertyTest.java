package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class LpConfigXmlPropertyTest {

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyDocumentSurvives(
            @ForAll("documents") LpConfig document, @ForAll JaxbRuntime writer, @ForAll JaxbRuntime reader) {
        byte[] xml = writer.write(document);

        assertThat(DomReader.read(xml)).isEqualTo(Shape.of(document));
        assertThat(Shape.of(reader.read(xml))).isEqualTo(Shape.of(document));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aCopyIsWrittenAlike(@ForAll("documents") LpConfig document) {
        byte[] before = LpConfigXml.write(document);
        LpConfig copy = document.copy();
        copy.sections().forEach(section -> section.overwriteIf(entry -> true));
        copy.section("another").put("k", "v", true);

        assertThat(LpConfigXml.write(document.copy())).isEqualTo(before);
    }

    @Provide
    Arbitrary<LpConfig> documents() {
        Arbitrary<Shape.OfEntry> entries =
                Combinators.combine(name(), text(), Arbitraries.of(true, false)).as(Shape.OfEntry::new);
        return Combinators.combine(name(), entries.list().ofMaxSize(8))
                .as(Shape.OfSection::new)
                .list()
                .ofMaxSize(5)
                .map(sections -> new Shape(sections).build());
    }

    private static Arbitrary<String> name() {
        return text().map(text -> text.replace('\t', ' '));
    }

    /**
     * Characters of XML 1.0's production Char except CR and LF. Those that an XML writer may write wrong are the most
     * frequent.
     */
    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.of(9, 32, 34, 38, 39, 60, 62, 93, 0x7F, 0x85, 0xA0, 0x2028, 0xFEFF)),
                        Tuple.of(1, Arbitraries.of(0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF)),
                        Tuple.of(1, Arbitraries.integers().between(0x20, 0xD7FF)),
                        Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10FFFF)))
                .list()
                .ofMaxSize(12)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }
}
