package org.sipprovisioning.lpconfig;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes the document as the bytes that a phone fetches, and reads it from them: XML in the namespace of liblinphone's lpconfig.xsd. */
public final class LpConfigXml {

    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII);

    /** Thread-safe, unlike the marshallers that it creates (Jakarta XML Binding 4.0, JAXBContext). */
    private static final JAXBContext CONTEXT = context();

    private LpConfigXml() {}

    /**
     * Returns the document in UTF-8.
     *
     * @throws UnrenderableDocument if a name or a value has CR, LF or a character that XML 1.0 forbids, or if a name has a tab
     */
    public static byte[] write(LpConfig config) {
        return write(config, CONTEXT);
    }

    /** Whether a document can hold this value. CR, LF and characters that XML 1.0 forbids are not possible. */
    public static boolean canHold(String value) {
        return XmlText.isText(value);
    }

    /** @throws UnrenderableDocument as {@link #write(LpConfig)} */
    public static void check(LpConfig config) {
        XmlText.check(config);
    }

    /**
     * Reads a document. Fetches nothing and expands no entity.
     *
     * @throws UnreadableDocument if the bytes are not a document with root {@code config}, or if they have a DOCTYPE
     */
    public static LpConfig read(byte[] xml) {
        return read(xml, CONTEXT);
    }

    /** Writes the document by a certain JAXB runtime. Runtimes differ from server to server. */
    static byte[] write(LpConfig config, JAXBContext context) {
        XmlText.check(config);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DECLARATION);
        try {
            Marshaller marshaller = context.createMarshaller();
            // JAXB's own declaration says standalone="yes", which liblinphone's converter does not.
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            marshaller.marshal(config, out);
        } catch (JAXBException e) {
            throw new UnrenderableDocument("The document cannot be written", e);
        }
        return out.toByteArray();
    }

    static LpConfig read(byte[] xml, JAXBContext context) {
        try {
            XMLStreamReader reader = readers().createXMLStreamReader(new ByteArrayInputStream(xml));
            skipToRoot(reader);
            return context.createUnmarshaller()
                    .unmarshal(reader, LpConfig.class)
                    .getValue();
        } catch (XMLStreamException | JAXBException e) {
            throw new UnreadableDocument("Not a config document", e);
        }
    }

    private static void skipToRoot(XMLStreamReader reader) throws XMLStreamException {
        while (!reader.isStartElement()) {
            if (reader.next() == XMLStreamReader.DTD) {
                throw new UnreadableDocument("A document with a DOCTYPE is not read");
            }
        }
        if (!reader.getLocalName().equals("config")) {
            throw new UnreadableDocument("The root element is not config");
        }
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(LpConfig.class);
        } catch (JAXBException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Returns a new factory each time, as no factory promises to be thread-safe. The JDK's own, as others have other properties. */
    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
