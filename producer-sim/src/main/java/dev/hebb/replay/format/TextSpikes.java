package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    /** Excel's first line that says the separator. */
    private static final String SEPARATOR = "(?i)\"?sep=.\"?";

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
            for (int end = endOfLine(done); end >= 0; end = endOfLine(done)) {
                accept(done, end, block);
                done = end + 1;
            }
            if (ended && done < length) {
                accept(done, length, block);
                done = length;
            }
            System.arraycopy(buffer, done, buffer, 0, length - done);
            length -= done;
        }
        if (ended && companions != null && block.isEmpty()) {
            companionNotes = companions.end();
        }
        if (ended && parser == null) {
            throw new UnreadableRecordingException(
                    name + (line == 0 ? " is empty; " : " has only comments; ") + ColumnNames.EXPECTED);
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
        SpikeLine line = parser;
        if (line != null) {
            line.note().ifPresent(notes::add);
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
                        name + ", line " + (line + 1) + " is longer than 1 MB: this is no text of spikes");
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
        }
        return -1;
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
        String text = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        String plain = Text.withoutMark(text).strip();
        if (plain.isEmpty() || plain.startsWith("#") || plain.startsWith("%") || plain.matches(SEPARATOR)) {
            comment = plain.isEmpty() || plain.matches(SEPARATOR) ? comment : plain.replaceFirst("^[#%]+\\s*", "");
            return;
        }
        TextLayout layout = TextLayout.of(text, comment, options, naming, name);
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
        if (!valid) {
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
