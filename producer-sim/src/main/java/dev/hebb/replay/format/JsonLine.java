package dev.hebb.replay.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A line that is a JSON object with a neuron and a time: {@code {"neuron": 3, "time_us": 1200}}. */
final class JsonLine implements SpikeLine {
    /** Python writes what is no number as NaN, which is a value of a line and not the end of the text. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());

    private final List<String> neuronNames;
    private final String timeName;
    /** Names of time and neuron. */
    private final List<String> fields;

    private final SpikeClock clock;
    private final NeuronField neuronField;
    private final UnitNames names;
    private final DecimalField number = new DecimalField();
    private int neuron;
    private long timeMicros;
    private boolean blank;
    private String problem = "";
    private final List<String> companions;
    private JsonNode object = JSON.createObjectNode();

    private JsonLine(
            List<String> neuronNames, String timeName, SpikeClock clock, Naming naming, List<String> companions) {
        this.neuronNames = neuronNames;
        this.timeName = timeName;
        this.fields = Stream.concat(Stream.of(timeName), neuronNames.stream()).toList();
        this.clock = clock;
        this.neuronField = new NeuronField(naming);
        this.names = naming.names();
        this.companions = companions;
    }

    /** The layout of lines like this one, which is the first and a spike itself. */
    static TextLayout layout(String first, ReadOptions options, Naming naming, String where)
            throws UnreadableRecordingException {
        List<String> fields = new ArrayList<>();
        try {
            JSON.readTree(first).fieldNames().forEachRemaining(fields::add);
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordingException(
                    where
                            + ", line 1 begins with '{' and is not a complete JSON object (each line must be one, as jq"
                            + " -c writes them): "
                            + Text.shown(e.getOriginalMessage()),
                    e);
        }
        ColumnNames columns = ColumnNames.find(fields, options.columns(), where)
                .orElseThrow(() -> new UnreadableRecordingException(where + ", line 1 has the fields "
                        + Text.shownAll(fields) + "; name the two that hold neuron and time, as in"
                        + " --columns neuron=unit,time=t --unit s, or call them neuron and time_us"));
        String time = fields.get(columns.time());
        SpikeClock clock = Times.named(
                columns.unit(), ColumnNames.plain(time), options, where + ", field '" + Text.shown(time) + "'");
        JsonLine line = new JsonLine(
                columns.neurons().stream().map(fields::get).toList(),
                time,
                clock,
                naming,
                Companions.among(fields, columns.neurons(), columns.time()).stream()
                        .map(fields::get)
                        .toList());
        return new TextLayout(
                line,
                false,
                columns.contradiction(options, time)
                        .or(() -> Optional.of(
                                "JSON lines, times in " + clock.unit().inWords())));
    }

    @Override
    public boolean parse(byte[] buffer, int from, int end) {
        String text = new String(buffer, from, end - from, StandardCharsets.UTF_8).strip();
        blank = text.isEmpty();
        return blank || parse(text);
    }

    private boolean parse(String text) {
        try {
            object = JSON.readTree(text);
        } catch (IOException e) {
            return fail("it is no JSON object: '" + Text.shown(text) + "'");
        }
        for (String name : fields) {
            JsonNode value = object.path(name);
            if (value.isContainerNode()) {
                return fail(
                        name + " is " + (value.isArray() ? "a list" : "an object") + "; write a line for each spike");
            }
        }
        String time = plain(object.path(timeName));
        byte[] timeBytes = time.getBytes(StandardCharsets.UTF_8);
        timeMicros = number.parse(timeBytes, 0, timeBytes.length, false) ? clock.micros(number) : Long.MIN_VALUE;
        // A name is numbered only if there is a spike.
        return timeMicros == Long.MIN_VALUE
                ? fail(timeName + " '" + Text.shown(time) + "' is not a number of "
                        + clock.unit().inWords() + " within 2^53 µs of zero")
                : parseNeuron();
    }

    private boolean parseNeuron() {
        List<String> values =
                neuronNames.stream().map(name -> plain(object.path(name))).toList();
        if (values.size() > 1) {
            neuron = CombinedName.neuron(values, names);
            return neuron >= 0
                    || fail(String.join(" + ", neuronNames) + " " + Text.shownAll(values) + " are no name of a neuron");
        }
        byte[] id = values.get(0).getBytes(StandardCharsets.UTF_8);
        neuron = neuronField.parse(id, 0, id.length);
        return neuron >= 0
                || fail(neuronNames.get(0) + " '" + Text.shown(values.get(0)) + "' is not " + neuronField.expected());
    }

    /** A number or a word; nothing for other values, so that none of them is taken for a name. */
    private static String plain(JsonNode value) {
        return value.isNumber() || value.isTextual() ? value.asText() : "";
    }

    private boolean fail(String why) {
        problem = why;
        return false;
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
        JsonNode value = object.path(companions.get(index));
        return value.isValueNode() ? value.asText() : "";
    }

    @Override
    public boolean isBlank() {
        return blank;
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
    public String problem() {
        return problem;
    }
}
