package dev.hebb.replay.format;

import dev.hebb.framing.FramingConfig;
import java.nio.charset.StandardCharsets;

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
    }

    @Override
    public boolean parse(byte[] buffer, int from, int end) {
        bytes = buffer;
        mark = 0;
        int stop = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        blank = isBlank(from, stop);
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

    private boolean parseFields(int from, int stop) {
        boolean hasNeuron = false;
        boolean hasTime = false;
        fields.begin(bytes, from, stop);
        for (int column = 0; fields.next(); column++) {
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
            }
        }
        if (!hasNeuron || !hasTime) {
            problem = "it has too few columns: '" + text(from, stop) + "'";
        }
        return hasNeuron && hasTime;
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
        return valid || fail("time", from, to, expected());
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
