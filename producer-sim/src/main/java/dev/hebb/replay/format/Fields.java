package dev.hebb.replay.format;

/**
 * Splits a line of bytes into its fields, in place. A field in double quotes may contain the delimiter; its quotes are
 * left out.
 */
final class Fields {
    private final char delimiter;
    private byte[] bytes = {};
    private int at;
    private int end;
    private int from;
    private int to;
    private boolean over = true;
    private Quotes quotes = Quotes.CLOSED;

    /** How the quotes of a line end. */
    enum Quotes {
        /** Every field that begins with a quote ends with one, or none begins with one. */
        CLOSED,
        /** The last field is not closed: it goes on in the next line. */
        OPEN,
        /** A field goes on behind its closing quote, which CSV does not have. */
        BROKEN
    }

    /** @param delimiter one character; a space stands for any number of spaces and tabs */
    Fields(char delimiter) {
        this.delimiter = delimiter;
    }

    void begin(byte[] line, int start, int stop) {
        bytes = line;
        at = start;
        end = stop;
        over = false;
        if (isBlanks()) {
            skipPadding();
            while (end > at && isPadding(bytes[end - 1])) {
                end--;
            }
            over = at == end;
        }
    }

    /** Returns how the quotes of a line end. */
    Quotes quotes(byte[] line, int start, int stop) {
        quotes = Quotes.CLOSED;
        begin(line, start, stop);
        while (next()) {
            continue;
        }
        return quotes;
    }

    /** Moves to the next field; false if there is none. */
    boolean next() {
        if (over) {
            return false;
        }
        from = at;
        skipPadding();
        if (at < end && bytes[at] == '"') {
            quoted();
        } else {
            plain();
        }
        return true;
    }

    int from() {
        return from;
    }

    /** Returns the end of the field, exclusive. */
    int to() {
        return to;
    }

    private void plain() {
        from = at;
        while (at < end && !isDelimiter(bytes[at])) {
            at++;
        }
        to = at;
        while (to > from && isPadding(bytes[to - 1])) {
            to--;
        }
        passDelimiter();
    }

    /**
     * Two quotes within quotes stand for one, which no number has: they stay as they are. A quote that is not closed
     * stays too, so that the field is no number.
     */
    private void quoted() {
        at++;
        from = at;
        while (at < end && (bytes[at] != '"' || (at + 1 < end && bytes[at + 1] == '"'))) {
            at += bytes[at] == '"' ? 2 : 1;
        }
        boolean closed = at < end;
        to = Math.min(at, end);
        if (!closed) {
            from--;
            quotes = Quotes.OPEN;
        }
        at = Math.min(at + 1, end);
        int rest = at;
        while (at < end && !isDelimiter(bytes[at])) {
            at++;
        }
        for (int k = rest; k < at; k++) {
            // What follows the quotes belongs to the field, which then is no number.
            to = isPadding(bytes[k]) ? to : at;
            quotes = isPadding(bytes[k]) ? quotes : Quotes.BROKEN;
        }
        while (from < to && isPadding(bytes[from])) {
            from++;
        }
        while (to > from && isPadding(bytes[to - 1])) {
            to--;
        }
        passDelimiter();
    }

    private void passDelimiter() {
        over = at >= end;
        at++;
        if (isBlanks()) {
            skipPadding();
        }
    }

    private void skipPadding() {
        while (at < end && isPadding(bytes[at]) && (isBlanks() || !isDelimiter(bytes[at]))) {
            at++;
        }
    }

    private boolean isBlanks() {
        return delimiter == TextLayout.BLANKS;
    }

    private boolean isDelimiter(byte character) {
        return character == delimiter || (isBlanks() && character == '\t');
    }

    private static boolean isPadding(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}
