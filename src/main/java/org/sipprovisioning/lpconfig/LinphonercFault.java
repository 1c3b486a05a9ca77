package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** The fault of a linphonerc that no document can carry. The message has line, column and reason, and no text of the file. */
public final class LinphonercFault extends Fault {

    private final int line;
    private final int column;
    private final String reason;

    private LinphonercFault(int line, int column, String reason) {
        super("Line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** Returns the fault at this offset in bytes. The bytes before it must be UTF-8. */
    static LinphonercFault at(int offset, byte[] text, String reason) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            // The CR of a CRLF ends no line by itself.
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.length && text[i + 1] == '\n')) {
                line++;
                start = i + 1;
            }
        }
        return new LinphonercFault(line, 1 + Utf8.characters(text, start, offset), reason);
    }

    /** Returns the line, counted from 1. LF, CR and CRLF end a line. */
    public int line() {
        return line;
    }

    /** Returns the column in characters, counted from 1. */
    public int column() {
        return column;
    }

    /** Returns the reason without line and column. */
    public String reason() {
        return reason;
    }
}
