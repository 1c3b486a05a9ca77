package org.sipprovisioning.lpconfig;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds a document of what somebody else makes of one, and is strict: what a phone would skip, or take otherwise than it was meant, is
 * refused. Sections of one name and keys of one section come together as in a phone.
 *
 * <p>Bounded, and ends early where the thread is interrupted.
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
     * What was built.
     *
     * @throws UnreadableDocument if there is no root element
     */
    public LpConfig config() {
        if (!complete) {
            throw new UnreadableDocument("There is no config element");
        }
        return config;
    }

    /** @throws UnreadableDocument if it has no place in a document */
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

    /** @throws UnreadableDocument if there is text beside the entries, or too much of it */
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

    /** Some tell the one, some the other. */
    private static String localName(String localName, String qualifiedName) {
        return localName.isEmpty() ? qualifiedName : localName;
    }
}
