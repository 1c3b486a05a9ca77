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

/** The document as the bytes that a phone fetches. */
public final class LpConfigXml {

    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII);

    /** Thread-safe, unlike the marshallers it makes (Jakarta XML Binding 4.0, JAXBContext). */
    private static final JAXBContext CONTEXT = context();

    private LpConfigXml() {}

    /**
     * The document in UTF-8.
     *
     * @throws UnrenderableDocument if a name or value holds CR, LF or a character that XML 1.0 forbids
     */
    public static byte[] write(LpConfig config) {
        return write(config, CONTEXT);
    }

    /** Whether a value may stand in a document: CR, LF and what XML 1.0 forbids may not. */
    public static boolean canHold(String value) {
        return XmlText.isText(value);
    }

    /** @throws UnrenderableDocument as {@link #write(LpConfig)} */
    public static void check(LpConfig config) {
        XmlText.check(config);
    }

    /**
     * Reads a document; nothing is fetched and no entity is expanded on its behalf.
     *
     * @throws UnreadableDocument if the bytes are not such a document, or have a DOCTYPE
     */
    public static LpConfig read(byte[] xml) {
        return read(xml, CONTEXT);
    }

    /** By a certain one of the JAXB runtimes, which differ from server to server. */
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

    /** The JDK's own, as others take other properties; one each time, as none promises to be thread-safe. */
    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
