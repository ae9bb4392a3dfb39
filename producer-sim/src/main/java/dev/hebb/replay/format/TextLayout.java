package dev.hebb.replay.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layout of spikes in the lines of a text, which {@link TextLayoutFinder} finds.
 *
 * @param line parses the lines
 * @param isHeader whether the first line holds names and no spike
 * @param note what was decided, if the user should know
 */
record TextLayout(SpikeLine line, boolean isHeader, Optional<String> note) {
    /** Blanks: any number of spaces and tabs. */
    static final char BLANKS = ' ';

    static final char[] DELIMITERS = {'\t', ';', ',', '|', BLANKS};

    /** How the quotes of the first line end, of which the delimiter is not known yet. */
    static Fields.Quotes quotes(byte[] buffer, int from, int end) {
        String text = Text.withoutMark(new String(buffer, from, end - from, StandardCharsets.UTF_8));
        byte[] plain = text.strip().getBytes(StandardCharsets.UTF_8);
        boolean isOther = plain.length == 0 || "#%{[".indexOf(plain[0]) >= 0;
        boolean isOpen = false;
        for (char delimiter : DELIMITERS) {
            isOpen |= !isOther && new Fields(delimiter).quotes(plain, 0, plain.length) == Fields.Quotes.OPEN;
        }
        return isOpen ? Fields.Quotes.OPEN : Fields.Quotes.CLOSED;
    }

    /** The fields of a line, without the quotes around them. */
    static List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Fields split = new Fields(delimiter);
        split.begin(bytes, 0, bytes.length);
        while (split.next()) {
            fields.add(new String(bytes, split.from(), split.to() - split.from(), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
