package dev.hebb.replay.format;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the layout of a text: it is decided by the first line that is no comment.
 *
 * @param options what the user says of columns and unit
 * @param naming how neurons are written
 * @param where the name of the file, for messages
 */
record TextLayoutFinder(ReadOptions options, Naming naming, String where) {
    private static final String NEST = ".gdf";

    /**
     * The layout.
     *
     * @param first the first line that is no comment
     * @param comment the last comment before it, without its mark: NumPy's savetxt writes the header as one
     * @throws UnreadableRecordingException if it cannot be decided
     */
    TextLayout find(String first, String comment) throws UnreadableRecordingException {
        String text = Text.withoutMark(first).stripTrailing().replace("\r\n", "\n");
        if (text.indexOf('\r') >= 0) {
            throw new UnreadableRecordingException(
                    where + ": its lines end with carriage returns alone; convert it with: tr '\\r' '\\n'");
        }
        if (text.startsWith("[{") || text.equals("[")) {
            throw new UnreadableRecordingException(
                    where + " is a JSON array; write one object a line, as with: jq -c '.[]'");
        }
        if (text.startsWith("{")) {
            return JsonLine.layout(text, options, naming, where);
        }
        if (options.columns().isPresent() && options.columns().get().isByNumber()) {
            return byNumber(text, options.columns().get());
        }
        Optional<TextLayout> named = named(text, true);
        if (named.isEmpty()) {
            named = named(comment, false);
        }
        return named.isPresent() ? named.get() : withoutHeader(text);
    }

    /**
     * Requires that a line which is no spike is no header of other columns, as where files were joined.
     *
     * @param known parses the lines before it
     */
    void requireSameHeader(String text, DelimitedLine known) throws UnreadableRecordingException {
        boolean byNumber =
                options.columns().isPresent() && options.columns().get().isByNumber();
        Optional<TextLayout> other = byNumber ? Optional.empty() : named(text, true);
        if (other.isPresent() && other.get().line() instanceof DelimitedLine line && !line.hasSameColumns(known)) {
            throw new UnreadableRecordingException(where + " is a header of other columns than the first line, as where"
                    + " files were joined: '" + Text.shown(text) + "'; give each of them as a file of its own");
        }
    }

    /** @param isFirst whether the header is the first line itself, and no comment before it */
    private Optional<TextLayout> named(String header, boolean isFirst) throws UnreadableRecordingException {
        for (char delimiter : TextLayout.DELIMITERS) {
            List<String> fields = TextLayout.split(header, delimiter);
            requireSpikes(fields);
            Optional<ColumnNames> columns = fields.size() > 1 && isWholeChoice(fields)
                    ? ColumnNames.find(fields, options.columns(), where)
                    : Optional.empty();
            if (columns.isPresent()) {
                return Optional.of(byName(delimiter, fields, columns.get(), isFirst));
            }
        }
        return Optional.empty();
    }

    /** A multimeter of NEST has a line for each time step. */
    private void requireSpikes(List<String> fields) throws UnreadableRecordingException {
        if (fields.contains("sender") && fields.contains("V_m")) {
            throw new UnreadableRecordingException(
                    where + " has a membrane voltage (V_m) at each time step and no spikes; give the file of a"
                            + " spike_recorder");
        }
    }

    /**
     * Returns whether these fields have the columns that the user names, if any, so that the line was split as it was
     * meant to be.
     */
    private boolean isWholeChoice(List<String> fields) {
        return options.columns().isEmpty()
                || (options.columns().get().neuronColumns(fields).stream()
                                .allMatch(column -> ColumnChoice.find(column, fields) >= 0)
                        && ColumnChoice.find(options.columns().get().time(), fields) >= 0);
    }

    private TextLayout byName(char delimiter, List<String> fields, ColumnNames columns, boolean isFirst)
            throws UnreadableRecordingException {
        String time = fields.get(columns.time());
        SpikeClock clock = Times.named(
                columns.unit(), ColumnNames.plain(time), options, where + ", column '" + Text.shown(time) + "'");
        boolean chosen = options.columns().isPresent();
        boolean wholeMicros =
                options.statedUnit().isEmpty() && !chosen && clock.unit() == UnitOfTime.MICROS && !columns.guessed();
        TextColumns layout = TextColumns.of(delimiter, fields, columns.neurons(), columns.time());
        DelimitedLine line = new DelimitedLine(layout, clock, wholeMicros, naming);
        boolean said = columns.guessed() || (chosen && options.statedUnit().isEmpty());
        String taken = "neurons are in column '" + columns.neuronsAmong(fields) + "', times in '"
                + Text.shown(time) + "': " + clock.unit().inWords()
                + (options.statedUnit().isEmpty() ? ", by the column's name" : "");
        return new TextLayout(
                line,
                isFirst,
                columns.contradiction(options, time).or(() -> said ? Optional.of(taken) : Optional.empty()));
    }

    private TextLayout byNumber(String text, ColumnChoice choice) throws UnreadableRecordingException {
        List<Integer> neurons = choice.neuronColumns(List.of()).stream()
                .map(column -> Integer.parseInt(column) - 1)
                .toList();
        int time = Integer.parseInt(choice.time()) - 1;
        int needed = Math.max(Collections.max(neurons), time) + 1;
        Optional<Character> withNumbers = delimiter(text, needed, time);
        char delimiter = withNumbers
                .or(() -> delimiter(text, needed, -1))
                .orElseThrow(() -> new UnreadableRecordingException(where + ": the first line, '" + Text.shown(text)
                        + "', has no " + needed + " columns, separated by tabs, semicolons, commas, bars or blanks"));
        boolean header = withNumbers.isEmpty();
        String name = header ? TextLayout.split(text, delimiter).get(time) : "";
        SpikeClock clock = Times.named(UnitOfTime.inName(name), name, options, where + ", column " + choice.time());
        List<String> fields = TextLayout.split(text, delimiter);
        TextColumns columns = header
                ? TextColumns.of(delimiter, fields, neurons, time)
                : new TextColumns(delimiter, fields.size(), neurons, time);
        DelimitedLine line = new DelimitedLine(columns, clock, false, naming);
        return new TextLayout(
                line,
                header,
                header
                        ? Optional.of("the first line is taken as a header: '" + Text.shown(text) + "'")
                        : Optional.empty());
    }

    /**
     * Returns the delimiter that splits a text into as many columns as are needed; empty if none does.
     *
     * @param number a column that must be a number, −1 for none
     */
    private static Optional<Character> delimiter(String text, int needed, int number) {
        for (char delimiter : TextLayout.DELIMITERS) {
            List<String> fields = TextLayout.split(text, delimiter);
            if (fields.size() >= needed && (number < 0 || isNumber(fields.get(number)))) {
                return Optional.of(delimiter);
            }
        }
        return Optional.empty();
    }

    /** NEST's .gdf has no header: sender and milliseconds. */
    private TextLayout withoutHeader(String text) throws UnreadableRecordingException {
        List<String> fields = TextLayout.split(text, TextLayout.BLANKS);
        boolean isNest = (where.endsWith(NEST) || where.endsWith(NEST + ".gz"))
                && options.columns().isEmpty()
                && fields.size() == 2
                && fields.get(0).matches("\\d+")
                && isNumber(fields.get(1));
        if (isNest) {
            SpikeClock clock = Times.usually(UnitOfTime.MILLIS, options, where);
            return new TextLayout(
                    new DelimitedLine(new TextColumns(TextLayout.BLANKS, 2, List.of(0), 1), clock, false, naming),
                    false,
                    Optional.of("no header, and the name ends with .gdf: sender and time in "
                            + clock.unit().inWords() + ", as NEST writes it"));
        }
        throw new UnreadableRecordingException(where + ", line 1 is '" + Text.shown(text) + "'; " + missing(fields));
    }

    private String missing(List<String> fields) {
        if (options.columns().isPresent()) {
            return "it does not have the columns " + options.columns().get().neuron() + " and "
                    + options.columns().get().time();
        }
        return fields.contains("time_step")
                ? "NEST wrote steps and offsets: record again with time_in_steps=False, which writes time_ms"
                : ColumnNames.EXPECTED;
    }

    private static boolean isNumber(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        return new DecimalField().parse(bytes, 0, bytes.length, true);
    }
}
