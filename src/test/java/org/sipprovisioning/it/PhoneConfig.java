package org.sipprovisioning.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A document as a phone reads it. Each entry is one line: {@code [section] key = value}, with {@code :=} if the entry
 * overwrites. A section without entries is the line {@code [section]}.
 */
public record PhoneConfig(List<String> sections, List<String> lines) {
    private static final String NAMESPACE = "http://www.linphone.org/xsds/lpconfig.xsd";

    public static String line(String section, String key, String value) {
        return "[" + section + "] " + key + " = " + value;
    }

    public static String overwriting(String section, String key, String value) {
        return "[" + section + "] " + key + " := " + value;
    }

    public static PhoneConfig read(byte[] xml) {
        assertThat(new String(xml, UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Element config = root(xml);
        assertThat(config.getTagName()).isEqualTo("config");
        assertThat(config.getNamespaceURI()).isEqualTo(NAMESPACE);
        List<String> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        children(config, "section").forEach(section -> {
            sections.add(section.getAttribute("name"));
            lines.addAll(lines(section));
        });
        assertThat(sections).doesNotHaveDuplicates();
        return new PhoneConfig(sections, lines);
    }

    /** Returns the lines of one section. */
    public List<String> of(String section) {
        return lines.stream()
                .filter(line -> line.startsWith("[" + section + "]"))
                .toList();
    }

    /** Returns the value of an entry. Fails if there is no such entry. */
    public String value(String section, String key) {
        String start = "[" + section + "] " + key + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).replaceFirst("^:?= ", ""))
                .orElseThrow(() -> new AssertionError("No " + section + "/" + key + " in " + lines));
    }

    private static List<String> lines(Element section) {
        String name = section.getAttribute("name");
        List<String> lines =
                children(section, "entry").map(entry -> entryLine(name, entry)).toList();
        assertThat(children(section, "entry").map(entry -> entry.getAttribute("name")))
                .doesNotHaveDuplicates();
        return lines.isEmpty() ? List.of("[" + name + "]") : lines;
    }

    private static String entryLine(String section, Element entry) {
        Node first = entry.getFirstChild();
        String value = first == null ? "" : first.getNodeValue();
        boolean overwrite = entry.getAttribute("overwrite").equals("true");
        return overwrite
                ? overwriting(section, entry.getAttribute("name"), value)
                : line(section, entry.getAttribute("name"), value);
    }

    private static Element root(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Not well-formed", e);
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getTagName().equals(name));
    }
}
