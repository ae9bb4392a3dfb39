package dev.hebb.replay.format;

import dev.hebb.framing.FramingConfig;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A line of fields between delimiters: CSV and its relatives. */
final class DelimitedLine implements SpikeLine {
    private final TextColumns columns;
    private final SpikeClock clock;
    private final boolean wholeMicros;
    private final boolean commaIsDecimal;
    private final NeuronField neuronField;
    private final Fields fields;
    private final DecimalField number = new DecimalField();
    private byte[] bytes = {};
    private int neuron;
    private long timeMicros;
    private boolean blank;
    private char mark;
    private String problem = "";
    private final String[] beside;
    private final List<String> companions;
    private boolean isFirst = true;
    /** One if lines have a name before the columns of the header. */
    private int shift;

    /**
     * A parser.
     *
     * @param wholeMicros whether a fraction of a microsecond is an error, not rounded
     * @param naming how neurons are written
     */
    DelimitedLine(TextColumns columns, SpikeClock clock, boolean wholeMicros, Naming naming) {
        this.columns = columns;
        this.clock = clock;
        this.wholeMicros = wholeMicros;
        // A comma in a whole number separates thousands, and is no decimal point.
        this.commaIsDecimal =
                columns.delimiter() != ',' && (clock.unit() == UnitOfTime.SECONDS || clock.unit() == UnitOfTime.MILLIS);
        this.neuronField = new NeuronField(naming);
        this.fields = new Fields(columns.delimiter());
        this.beside = new String[columns.beside().size()];
        this.companions =
                columns.beside().stream().map(TextColumns.Beside::name).toList();
    }

    @Override
    public boolean parse(byte[] buffer, int from, int end) {
        bytes = buffer;
        mark = 0;
        int stop = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        blank = isBlank(from, stop);
        if (!blank && isFirst) {
            isFirst = false;
            shift = hasRowName(from, stop) ? 1 : 0;
        }
        return blank || parseFields(from, stop);
    }

    @Override
    public int neuron() {
        return neuron;
    }

    @Override
    public long timeMicros() {
        return timeMicros;
    }

    @Override
    public boolean isBlank() {
        return blank;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public char decimalMark() {
        return mark;
    }

    @Override
    public UnitOfTime unit() {
        return clock.unit();
    }

    @Override
    public List<String> companions() {
        return companions;
    }

    @Override
    public String companion(int index) {
        return beside[index];
    }

    @Override
    public Optional<String> note() {
        return shift == 0
                ? Optional.empty()
                : Optional.of(
                        "lines have one column more than the header, so the first is taken as the name of the row, as R"
                                + " writes it");
    }

    /** Whether a line has one field more than the header, which R's write.table and pandas' to_string leave out. */
    private boolean hasRowName(int from, int stop) {
        if (columns.delimiter() != TextLayout.BLANKS) {
            return false;
        }
        int count = 0;
        fields.begin(bytes, from, stop);
        while (fields.next()) {
            count++;
        }
        return count == columns.count() + 1;
    }

    private boolean parseFields(int from, int stop) {
        boolean hasNeuron = false;
        boolean hasTime = false;
        fields.begin(bytes, from, stop);
        Arrays.fill(beside, "");
        for (int column = -shift; fields.next(); column++) {
            if (column == columns.neuron()) {
                hasNeuron = true;
                if (!parseNeuron(fields.from(), fields.to())) {
                    return false;
                }
            } else if (column == columns.time()) {
                hasTime = true;
                if (!parseTime(fields.from(), fields.to())) {
                    return false;
                }
            } else if (column >= columns.count() && fields.to() > fields.from()) {
                problem = "it has more columns than the first line: '" + text(from, stop) + "'";
                return false;
            } else {
                keepBeside(column);
            }
        }
        if (!hasNeuron || !hasTime) {
            problem = "it has too few columns: '" + text(from, stop) + "'";
        }
        return hasNeuron && hasTime;
    }

    private void keepBeside(int column) {
        for (int k = 0; k < beside.length; k++) {
            if (columns.beside().get(k).index() == column) {
                beside[k] = new String(bytes, fields.from(), fields.to() - fields.from(), StandardCharsets.UTF_8);
            }
        }
    }

    private boolean parseNeuron(int from, int to) {
        neuron = neuronField.parse(bytes, from, to);
        return neuron >= 0 || fail("neuron", from, to, neuronField.expected());
    }

    private boolean parseTime(int from, int to) {
        boolean isNumber = number.parse(bytes, from, to, commaIsDecimal);
        mark = isNumber && commaIsDecimal ? number.mark() : 0;
        if (isNumber && wholeMicros) {
            timeMicros = number.whole();
        } else if (isNumber) {
            timeMicros = clock.micros(number);
        }
        boolean valid =
                isNumber && Math.abs(timeMicros) <= FramingConfig.MAX_TIME_MICROS && timeMicros != Long.MIN_VALUE;
        return valid || fail("time", from, to, expected(from, to));
    }

    private String expected(int from, int to) {
        if (to > from && bytes[from] == '[') {
            return "a number, but a list; write a line for each spike, as pandas' explode does";
        }
        return expected();
    }

    private String expected() {
        if (wholeMicros) {
            return "a whole number of microseconds within 2^53";
        }
        return clock.unit() == UnitOfTime.SAMPLES
                ? "a whole number of samples"
                : "a number of " + clock.unit().inWords() + " within 2^53 µs of zero";
    }

    private boolean isBlank(int from, int stop) {
        for (int k = from; k < stop; k++) {
            if (bytes[k] != ' ' && bytes[k] != '\t') {
                return bytes[k] == '#' || bytes[k] == '%';
            }
        }
        return true;
    }

    private boolean fail(String what, int start, int end, String expected) {
        problem = what + " '" + text(start, end) + "' is not " + expected;
        return false;
    }

    private String text(int start, int end) {
        return Text.shown(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }
}
