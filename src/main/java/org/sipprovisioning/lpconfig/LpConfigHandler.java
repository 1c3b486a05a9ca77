package org.sipprovisioning.lpconfig;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds a document from the XML that an operator's code makes of a document, by its SAX events. Refuses elements and texts that a phone
 * would skip, or would understand in another way than they were meant. Merges sections of the same name, and entries of the same key, as
 * a phone does.
 *
 * <p>Accepts at most 64 Mi characters of names and texts, and stops with a fault if the thread is interrupted.
 */
public final class LpConfigHandler extends DefaultHandler {
    private static final int MAX_CHARACTERS = 64 << 20;

    private final LpConfig config = new LpConfig();
    private final StringBuilder value = new StringBuilder();
    private int depth;
    private boolean complete;
    private long characters;
    private Section section;
    private String key;
    private boolean overwrite;

    /**
     * Returns the document.
     *
     * @throws UnreadableDocument if there was no complete root element
     */
    public LpConfig config() {
        if (!complete) {
            throw new UnreadableDocument("There is no config element");
        }
        return config;
    }

    /** @throws UnreadableDocument if the element does not belong in this place, or if a section or an entry has no name */
    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        String expected = switch (depth) {
            case 0 -> "config";
            case 1 -> "section";
            case 2 -> "entry";
            default -> "";
        };
        if (complete || !expected.equals(localName(localName, qualifiedName))) {
            throw new UnreadableDocument("An element is out of place: " + qualifiedName);
        }
        if (depth == 1) {
            section = config.section(name(attributes));
        } else if (depth == 2) {
            key = name(attributes);
            overwrite = "true".equals(attributes.getValue("overwrite"));
            value.setLength(0);
        }
        depth++;
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        depth--;
        if (depth == 2) {
            section.apply(new Entry(key, value.toString(), overwrite));
        }
        complete = depth == 0;
    }

    /** @throws UnreadableDocument if text stands outside an entry, if there is too much of it, or if the thread is interrupted */
    @Override
    public void characters(char[] text, int start, int length) {
        characters += length;
        if (characters > MAX_CHARACTERS || Thread.currentThread().isInterrupted()) {
            throw new UnreadableDocument("The document does not end");
        }
        if (depth == 3) {
            value.append(text, start, length);
        } else if (!new String(text, start, length).isBlank()) {
            throw new UnreadableDocument("There is text beside the entries");
        }
    }

    private String name(Attributes attributes) {
        String name = attributes.getValue("name");
        if (name == null || name.isEmpty()) {
            throw new UnreadableDocument("A section or an entry has no name");
        }
        characters += name.length();
        return name;
    }

    /** Returns the local name. Some sources of SAX events give only the qualified one. */
    private static String localName(String localName, String qualifiedName) {
        return localName.isEmpty() ? qualifiedName : localName;
    }
}
