package org.sipprovisioning.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.scribe.FormattedNameScribe;
import ezvcard.io.text.VCardWriter;
import ezvcard.io.text.WriteContext;
import ezvcard.property.FormattedName;
import ezvcard.property.Impp;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes contacts as vCards (RFC 6350) that liblinphone reads: a name, and a SIP address to call. */
final class VCards {
    private static final int MAX_OCTETS = 75;
    private static final String LINE_END = "\r\n";

    /**
     * A name that escapes backslash and comma only. RFC 6350 §4's TEXT has no other escape, except for a line end. The library would also
     * write {@code \;}, for which liblinphone 5.1 drops the whole list.
     */
    private static final class TextName extends FormattedNameScribe {
        @Override
        protected String _writeText(FormattedName name, WriteContext context) {
            return name.getValue().replace("\\", "\\\\").replace(",", "\\,");
        }
    }

    private VCards() {}

    /** Returns the vCards in UTF-8, folded. */
    static byte[] write(List<Account> contacts) {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.setAddProdId(false);
            writer.registerScribe(new TextName());
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            for (Account contact : contacts) {
                writer.write(card(contact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder folded = new StringBuilder();
        text.toString().lines().forEach(line -> fold(line, folded));
        return folded.toString().getBytes(UTF_8);
    }

    private static VCard card(Account contact) {
        VCard card = new VCard();
        card.setFormattedName(contact.displayName().orElse(contact.username()));
        card.addImpp(new Impp(contact.address().uri()));
        return card;
    }

    /** Folds a line at 75 octets (RFC 6350 §3.2) and never within a character. The library would count characters. */
    private static void fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            int more = Character.toString(c).getBytes(UTF_8).length;
            if (octets + more > MAX_OCTETS) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(c);
            octets += more;
        }
        folded.append(LINE_END);
    }
}
