package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** A linphonerc file that cannot be carried by a document; says where and why, and nothing of the file's contents. */
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

    /** The fault at this offset of a file whose bytes are UTF-8 up to there. */
    static LinphonercFault at(int offset, byte[] text, String reason) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            // The CR of a CRLF ends no line of its own.
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.length && text[i + 1] == '\n')) {
                line++;
                start = i + 1;
            }
        }
        return new LinphonercFault(line, 1 + Utf8.characters(text, start, offset), reason);
    }

    /** The line, counted from 1; LF, CR and CRLF end one. */
    public int line() {
        return line;
    }

    /** The column in characters, counted from 1. */
    public int column() {
        return column;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
