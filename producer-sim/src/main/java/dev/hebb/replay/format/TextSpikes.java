package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spikes of a text in the order of its lines. Reads bytes, not text: several times the speed of a general parser, and
 * returns what has arrived as soon as it has, which a live pipe needs. Blank lines and comments are skipped; lines that
 * are no spike go to {@link BadLines}.
 */
final class TextSpikes implements SpikeSource {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int LONGEST_LINE_BYTES = 1 << 20;
    /** A quote whose field goes over more lines than this is no quote of CSV. */
    private static final int MOST_LINES = 100;
    /** So many lines that are no spikes are looked at, whether they are headers. */
    private static final int MOST_HEADERS = 1_000;

    /** Excel's first line that says the separator. */
    private static final String SEPARATOR = "(?i)\"?sep=.?\"?";

    private final InputStream in;
    private final String name;
    private final ReadOptions options;
    private final Naming naming;
    private final BadLines badLines;
    private byte[] buffer = new byte[CHUNK_BYTES];
    private int length;
    private long line;
    private @Nullable SpikeLine parser;
    private volatile Optional<String> note = Optional.empty();
    private String comment = "";
    private boolean ended;
    /** Bytes of the record so far, of lines that a field in quotes joins. */
    private int joined;

    private int joinedLines;
    private boolean hasQuote;
    private long records;
    private String firstRecord = "";
    private long lineOfPoint;
    private long lineOfComma;
    private @Nullable Companions companions;
    private List<String> companionNotes = List.of();

    TextSpikes(InputStream in, String name, ReadOptions options, Naming naming, BadLines badLines) {
        this.in = in;
        this.name = name;
        this.options = options;
        this.naming = naming;
        this.badLines = badLines;
    }

    @Override
    public boolean read(SpikeBlock block) throws IOException {
        block.clear();
        while (block.isEmpty() && !ended) {
            fill();
            int done = 0;
            int next = joined;
            for (int end = endOfLine(next); end >= 0; end = endOfLine(next)) {
                next = end + 1;
                if (!goesOn(done, end)) {
                    acceptRecord(done, end, block);
                    done = next;
                }
            }
            if (ended && done < length) {
                acceptRecord(done, endOfRest(done), block);
                done = length;
                next = done;
            }
            joined = next - done;
            System.arraycopy(buffer, done, buffer, 0, length - done);
            length -= done;
        }
        if (ended && companions != null && block.isEmpty()) {
            companionNotes = companions.end();
        }
        if (ended && parser == null) {
            throw new UnreadableRecordingException(
                    name + (line == 0 ? " is empty; " : " has only blank lines and comments; ") + ColumnNames.EXPECTED);
        }
        return !block.isEmpty();
    }

    /**
     * Returns a note on what was decided about the lines; empty if the user need not know, or no line with content was
     * read yet.
     */
    Optional<String> note() {
        return note;
    }

    /** Notes on all lines, when all are read. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(companionNotes);
        SpikeLine known = parser;
        if (known != null) {
            known.note().ifPresent(notes::add);
        }
        if (records > 0) {
            notes.add("fields in quotes that go over several lines: " + records + ", the first in " + firstRecord
                    + "; each is one field, as in RFC 4180");
        }
        return notes;
    }

    /** The unit of the times; empty if no line was read. */
    Optional<UnitOfTime> unit() {
        SpikeLine line = parser;
        return line == null ? Optional.empty() : Optional.of(line.unit());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        if (length == buffer.length) {
            if (length >= LONGEST_LINE_BYTES) {
                throw new UnreadableRecordingException(
                        name + ", line " + (line + 1) + " is longer than 1 MB: this is not a text of spikes");
            }
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
        int read = in.read(buffer, length, buffer.length - length);
        ended = read < 0;
        length += Math.max(0, read);
    }

    private int endOfLine(int from) {
        for (int k = from; k < length; k++) {
            if (buffer[k] == '\n') {
                return k;
            }
            hasQuote |= buffer[k] == '"';
        }
        return -1;
    }

    /** Whether the record that begins here has a field in quotes that is not closed in this line. */
    private boolean goesOn(int from, int end) throws UnreadableRecordingException {
        if (!hasQuote) {
            return false;
        }
        Fields.Quotes quotes = quotes(from, end);
        if (quotes == Fields.Quotes.BROKEN && joinedLines > 0) {
            throw unclosed("a later line has a quote that is followed by more text");
        }
        joinedLines += quotes == Fields.Quotes.OPEN ? 1 : 0;
        if (joinedLines > MOST_LINES) {
            throw unclosed("none of the next " + MOST_LINES + " lines closes it");
        }
        return quotes == Fields.Quotes.OPEN;
    }

    private Fields.Quotes quotes(int from, int end) {
        SpikeLine known = parser;
        return known == null ? TextLayout.quotes(buffer, from, end) : known.quotes(buffer, from, end);
    }

    /** The end of the text's last record, which no line feed ends, or which a quote leaves open. */
    private int endOfRest(int from) throws UnreadableRecordingException {
        if (joinedLines == 1 && buffer[length - 1] == '\n') {
            // No line was joined to this one: it is no spike, as if the text were cut off in it.
            joinedLines = 0;
            return length - 1;
        }
        if (joinedLines > 0 && quotes(from, length) != Fields.Quotes.CLOSED) {
            throw unclosed("no line closes it");
        }
        return length;
    }

    private UnreadableRecordingException unclosed(String how) {
        return new UnreadableRecordingException(name + ", line " + (line + 1)
                + ": a field begins with a quote, and " + how
                + "; close it, or if the quote belongs to the text, write the field in quotes and the quote twice");
    }

    private void acceptRecord(int from, int end, SpikeBlock block) throws IOException {
        accept(from, end, block);
        if (joinedLines > 0) {
            firstRecord = records == 0 ? "lines " + line + " to " + (line + joinedLines) : firstRecord;
            records++;
        }
        line += joinedLines;
        joinedLines = 0;
        hasQuote = false;
    }

    private void accept(int from, int end, SpikeBlock block) throws IOException {
        line++;
        SpikeLine known = parser;
        if (known == null) {
            decide(from, end, block);
        } else {
            take(known, from, end, block);
        }
    }

    private void decide(int from, int end, SpikeBlock block) throws IOException {
        String text = Text.of(buffer, from, end);
        String plain = Text.withoutMark(text).strip();
        if (plain.isEmpty() || plain.startsWith("#") || plain.startsWith("%") || plain.matches(SEPARATOR)) {
            comment = plain.isEmpty() || plain.matches(SEPARATOR) ? comment : plain.replaceFirst("^[#%]+\\s*", "");
            return;
        }
        TextLayout layout = new TextLayoutFinder(options, naming, name).find(text, comment);
        parser = layout.line();
        note = layout.note();
        List<String> beside = layout.line().companions();
        companions = beside.isEmpty()
                ? null
                : new Companions(beside, options.columns().isEmpty(), name);
        if (!layout.isHeader()) {
            boolean marked = !Text.withoutMark(text).equals(text);
            take(layout.line(), marked ? from + 3 : from, end, block);
        }
    }

    private void take(SpikeLine known, int from, int end, SpikeBlock block) throws UnreadableRecordingException {
        boolean valid = known.parse(buffer, from, end);
        requireOneMark(known.decimalMark());
        if (known.isThousands()) {
            throw new UnreadableRecordingException(name + ", line " + line + ": " + known.problem()
                    + "; its marks separate thousands, so that the same mark on other lines may do so, too: write the"
                    + " numbers without them, as pandas.read_csv(file, thousands='.') and to_csv do");
        }
        if (!valid) {
            if (badLines.count() < MOST_HEADERS && known instanceof DelimitedLine delimited) {
                String at = name + ", line " + line;
                new TextLayoutFinder(options, naming, at)
                        .requireSameHeader(Text.of(buffer, from, end).strip(), delimited);
            }
            badLines.add(line, known.problem());
        } else if (!known.isBlank()) {
            Companions check = companions;
            for (int k = 0; check != null && k < known.companions().size(); k++) {
                check.see(k, known.companion(k), known.neuron(), known.timeMicros(), "line " + line);
            }
            block.add(known.timeMicros(), known.neuron());
        }
    }

    /** With points and commas in one column, one of them separates thousands, and which one is not known. */
    private void requireOneMark(char mark) throws UnreadableRecordingException {
        if (mark == '.') {
            lineOfPoint = lineOfPoint == 0 ? line : lineOfPoint;
        } else if (mark == ',') {
            lineOfComma = lineOfComma == 0 ? line : lineOfComma;
        }
        if (lineOfPoint > 0 && lineOfComma > 0) {
            throw new UnreadableRecordingException(name + ": the time of line " + lineOfPoint
                    + " has a point and that of line " + lineOfComma
                    + " a comma, so that it is not known which of them separates thousands; write all times with a"
                    + " decimal point");
        }
    }
}
