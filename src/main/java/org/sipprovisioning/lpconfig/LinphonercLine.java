package org.sipprovisioning.lpconfig;

/**
 * A line of a linphonerc, and what liblinphone makes of it. Of a line that liblinphone cuts, each piece is a line here.
 *
 * @param number counted from 1; the pieces of a line have the same number
 * @param column the column of the first character, counted from 1; it is 1, except for the second and later pieces of a line
 * @param kind what liblinphone makes of it
 * @param section the section that is open after the line; the empty text before the first section
 * @param text the line without its end
 * @param isCut whether liblinphone reads what follows in the line as another line
 */
public record LinphonercLine(int number, int column, Kind kind, String section, String text, boolean isCut) {

    /** What liblinphone makes of a line. */
    public enum Kind {
        /** A line without text. */
        BLANK,
        /** A line that begins with {@code #}, possibly after spaces. */
        COMMENT,
        /** A line that opens a section, or opens it again. */
        SECTION,
        /** A line that sets a key. */
        ENTRY,
        /** Any other line: it has no effect. */
        IGNORED
    }

    /** Returns the key of an entry: the first word before the first {@code =}. */
    public String key() {
        return text.substring(0, equalsSign()).strip().split("[ \t]+", 2)[0];
    }

    /** Returns the value of an entry: what follows the first {@code =}, without the spaces at its end. */
    public String value() {
        return text.substring(equalsSign() + 1).replaceFirst(" +$", "");
    }

    /** Returns the column at which the value of an entry begins. */
    public int valueColumn() {
        return columnOf(equalsSign() + 1);
    }

    /** Returns the column of the character at this index of the text. */
    public int columnOf(int index) {
        return column + text.codePointCount(0, index);
    }

    private int equalsSign() {
        return text.indexOf('=');
    }
}
