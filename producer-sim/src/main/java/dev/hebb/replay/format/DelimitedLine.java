package dev.hebb.replay.format;

import dev.hebb.framing.FramingConfig;
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
    private boolean thousands;
    private String problem = "";
    /** The column of neurons; −2 if several name a neuron together. */
    private final int neuronColumn;

    private final UnitNames names;
    private final String[] parts;
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
        int columnsOfNeurons = columns.neurons().size();
        this.neuronColumn = columnsOfNeurons == 1 ? columns.neurons().get(0) : -2;
        this.parts = new String[columnsOfNeurons == 1 ? 0 : columnsOfNeurons];
        this.names = naming.names();
        this.beside = new String[columns.beside().size()];
        this.companions =
                columns.beside().stream().map(TextColumns.Beside::name).toList();
    }

    @Override
    public boolean parse(byte[] buffer, int from, int end) {
        bytes = buffer;
        mark = 0;
        thousands = false;
        int stop = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        blank = isBlank(from, stop);
        if (!blank && isFirst) {
            isFirst = false;
            shift = hasRowName(from, stop) ? 1 : 0;
        }
        return blank || parseFields(from, stop);
    }

    @Override
    public Fields.Quotes quotes(byte[] buffer, int from, int end) {
        bytes = buffer;
        return isBlank(from, end) ? Fields.Quotes.CLOSED : fields.quotes(buffer, from, end);
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
    public boolean isThousands() {
        return thousands;
    }

    /** Returns whether a line is a header of the same columns. */
    boolean hasSameColumns(DelimitedLine other) {
        return columns.equals(other.columns) && clock.unit() == other.clock.unit();
    }

    @Override
    public Optional<String> note() {
        return shift == 0
                ? Optional.empty()
                : Optional.of(
                        "lines have one column more than the header, so the first is taken as the name of the row, as R"
                                + " writes it");
    }

    /**
     * Whether a line has one field more than the header, which R's write.table and pandas' to_string leave out. Where
     * fields are not aligned by blanks, it may be a column without a name as well, unless it is in quotes.
     */
    private boolean hasRowName(int from, int stop) {
        if (columns.delimiter() != TextLayout.BLANKS && bytes[from] != '"') {
            return false;
        }
        int count = 0;
        fields.begin(bytes, from, stop);
        while (fields.next()) {
            count++;
        }
        return count == columns.count() + 1 && fields.to() > fields.from();
    }

    private boolean parseFields(int from, int stop) {
        int neuronFrom = -1;
        int neuronTo = -1;
        boolean hasTime = false;
        boolean isTime = false;
        fields.begin(bytes, from, stop);
        Arrays.fill(beside, "");
        Arrays.fill(parts, "");
        for (int column = -shift; fields.next(); column++) {
            if (column == neuronColumn) {
                neuronFrom = fields.from();
                neuronTo = fields.to();
            } else if (column == columns.time()) {
                hasTime = true;
                isTime = parseTime(fields.from(), fields.to());
            } else if (column >= columns.count() && fields.to() > fields.from()) {
                problem = "it has more columns than the first line: '" + text(from, stop)
                        + "' (for names of rows, R's write.table takes col.names = NA)";
                return false;
            } else {
                keepBeside(column);
            }
        }
        if (!hasTime || (neuronFrom < 0 && parts.length == 0)) {
            problem = "it has too few columns: '" + text(from, stop) + "'";
            return false;
        }
        // A name is numbered only if there is a spike.
        boolean named = parts.length > 0 || neuronField.isName();
        return named ? isTime && parseNeuron(neuronFrom, neuronTo) : parseNeuron(neuronFrom, neuronTo) && isTime;
    }

    private void keepBeside(int column) {
        for (int k = 0; k < beside.length; k++) {
            if (columns.beside().get(k).index() == column) {
                beside[k] = field();
            }
        }
        int part = parts.length == 0 ? -1 : columns.neurons().indexOf(column);
        if (part >= 0) {
            parts[part] = field();
        }
    }

    private String field() {
        return Text.of(bytes, fields.from(), fields.to());
    }

    private boolean parseNeuron(int from, int to) {
        if (parts.length > 0) {
            neuron = CombinedName.neuron(List.of(parts), names);
            problem = neuron >= 0 ? problem : "neuron " + Text.shownAll(List.of(parts)) + " has an empty part";
            return neuron >= 0;
        }
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
        thousands = !isNumber && hasThousands(Text.of(bytes, from, to));
        return valid || fail("time", from, to, expected(from, to));
    }

    /** Whether a decimal mark stands twice, so that it separates thousands and is none. */
    private boolean hasThousands(String text) {
        return text.matches("[+-]?\\d{1,3}(\\.\\d{3}){2,}(,\\d*)?")
                || (commaIsDecimal && text.matches("[+-]?\\d{1,3}(,\\d{3}){2,}(\\.\\d*)?"));
    }

    private String expected(int from, int to) {
        if (to > from && bytes[from] == '[') {
            return "a number, but a list; write a line for each spike, as pandas' explode does";
        }
        for (int k = from; k < to; k++) {
            if (bytes[k] == ':') {
                return "a number, but a clock time; write seconds, as pandas' to_timedelta(d['t']).dt.total_seconds()"
                        + " and (to_datetime(d['t']) - start).dt.total_seconds() do";
            }
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
        return Text.shown(Text.of(bytes, start, end));
    }
}
