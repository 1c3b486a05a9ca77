package org.sipprovisioning.provisioning.hooks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Source;
import javax.xml.transform.SourceLocator;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.LpConfigHandler;
import org.sipprovisioning.lpconfig.LpConfigXml;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A hook in XSLT 1.0, compiled once. It reads nothing but the document and its parameters: no file, no other host, no Java. The JDK's own
 * processor runs it, whatever processor the server brings, because others can reach out in other ways.
 */
final class StyleSheet extends Hook {
    private final Templates templates;

    private StyleSheet(String name, Templates templates) {
        super(name);
        this.templates = templates;
    }

    /**
     * Compiles a stylesheet.
     *
     * @param name of the file
     * @throws BrokenHook with the line, if this is not a stylesheet that the server runs
     */
    static StyleSheet compile(String name, byte[] xslt) {
        Diagnosis diagnosis = new Diagnosis();
        try {
            // The XML is parsed by itself first, because the compiler does not tell what is wrong with it.
            parser().parse(new ByteArrayInputStream(xslt), new DefaultHandler());
            SAXSource source = new SAXSource(parser().getXMLReader(), new InputSource(new ByteArrayInputStream(xslt)));
            return new StyleSheet(name, factory(diagnosis).newTemplates(source));
        } catch (SAXParseException e) {
            throw new BrokenHook("line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (TransformerConfigurationException | SAXException | ParserConfigurationException | IOException e) {
            throw new BrokenHook(diagnosis.of(e));
        }
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newSAXParser();
    }

    private static TransformerFactory factory(Diagnosis diagnosis) throws TransformerConfigurationException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        factory.setURIResolver(StyleSheet::refuse);
        factory.setErrorListener(diagnosis);
        return factory;
    }

    @Override
    LpConfig apply(LpConfig document, Context context) throws TransformerException {
        Transformer transformer = templates.newTransformer();
        transformer.setURIResolver(StyleSheet::refuse);
        transformer.setErrorListener(new Silence());
        parameters(context).forEach(transformer::setParameter);
        LpConfigHandler result = new LpConfigHandler();
        StreamSource source = new StreamSource(new ByteArrayInputStream(LpConfigXml.write(document)));
        transformer.transform(source, new SAXResult(result));
        return result.config();
    }

    /** Returns the parameters of the stylesheet, by the names that the templates in a space's entries use. */
    private static Map<String, String> parameters(Context context) {
        Map<String, String> values = new HashMap<>();
        values.put("space.domain", context.space().domain());
        context.account().ifPresent(account -> {
            values.put("account.username", account.username());
            values.put("account.domain", account.domain());
            account.displayName().ifPresent(name -> values.put("account.display_name", name));
            account.phone().ifPresent(phone -> values.put("account.phone", phone));
            account.dictionary().forEach((key, value) -> values.put("account.dictionary." + key, value));
        });
        context.request().parameters().forEach((name, sent) -> values.put("request.param." + name, sent.get(0)));
        return values;
    }

    private static Source refuse(String href, String base) throws TransformerException {
        throw new TransformerException("A stylesheet may read nothing but the document");
    }

    /** Keeps the first error and its line. */
    private static final class Diagnosis implements ErrorListener {
        private String first;

        @Override
        public void warning(TransformerException e) {
            // The stylesheet works; the operator has nothing to correct.
        }

        @Override
        public void error(TransformerException e) {
            note(e);
        }

        @Override
        public void fatalError(TransformerException e) {
            note(e);
        }

        private void note(TransformerException e) {
            if (first == null) {
                SourceLocator place = e.getLocator();
                first = (place == null ? "" : "line " + place.getLineNumber() + ": ") + e.getMessage();
            }
        }

        String of(Exception e) {
            return first == null ? e.getMessage() : first;
        }
    }

    /** Drops what a stylesheet says while it runs ({@code xsl:message}), because this may be a secret of the document. */
    private static final class Silence implements ErrorListener {
        @Override
        public void warning(TransformerException e) {}

        @Override
        public void error(TransformerException e) {}

        @Override
        public void fatalError(TransformerException e) throws TransformerException {
            throw e;
        }
    }
}
