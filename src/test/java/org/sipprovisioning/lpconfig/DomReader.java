package org.sipprovisioning.lpconfig;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a document without JAXB, as a phone does: the first child of an entry is its value. */
final class DomReader {

    private static final String NAMESPACE = "http://www.linphone.org/xsds/lpconfig.xsd";

    private DomReader() {}

    static Shape read(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            Element config = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            if (!config.getNodeName().equals("config") || !NAMESPACE.equals(config.getNamespaceURI())) {
                throw new AssertionError("The root is " + config);
            }
            return new Shape(children(config, "section").stream()
                    .map(section -> new Shape.OfSection(
                            section.getAttribute("name"),
                            children(section, "entry").stream()
                                    .map(DomReader::entry)
                                    .toList()))
                    .toList());
        } catch (Exception e) {
            throw new AssertionError("Not well-formed", e);
        }
    }

    private static Shape.OfEntry entry(Element entry) {
        String value =
                entry.getFirstChild() == null ? "" : entry.getFirstChild().getNodeValue();
        return new Shape.OfEntry(
                entry.getAttribute("name"),
                value,
                entry.getAttribute("overwrite").equals("true"));
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getNodeName().equals(name))
                .toList();
    }
}
