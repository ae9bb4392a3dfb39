package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.MatValue.Cell;
import dev.hebb.replay.format.MatValue.Matrix;
import dev.hebb.replay.format.MatValue.Structure;
import dev.hebb.replay.format.MatValue.Words;
import dev.hebb.replay.format.ReadOptions.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The spikes among MATLAB's variables: a cell array of trains, a matrix of two columns, two vectors, a structure as
 * CellExplorer ({@code times}, {@code UID}), FieldTrip ({@code label}, {@code timestamp} or {@code time}) or Chronux
 * (an array with {@code times}) have it.
 */
final class MatSpikes {
    static final Set<Name> OPTIONS = Set.of(Name.VARIABLE, Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE);

    private static final String TIMES = "times";
    /** Fields with the train of a unit, in arrays of structures. */
    private static final List<String> TRAINS =
            List.of(TIMES, "spike_times", "spikeTimes", "spiketimes", "timestamps", "ts");

    private static final int DEEPEST = 4;

    private final Map<String, MatValue> variables;
    private final String file;
    private final ReadOptions options;
    private final UnitNames names;
    private final List<String> notes = new ArrayList<>();
    private final List<KnownNeuron> known = new ArrayList<>();

    MatSpikes(Map<String, MatValue> variables, String file, ReadOptions options, UnitNames names) {
        this.variables = variables;
        this.file = file;
        this.options = options;
        this.names = names;
    }

    RecordingFile read(String name, String format) throws UnreadableRecordingException {
        Recording recording = spikes();
        Times.doubt(options).ifPresent(notes::add);
        return RecordingFile.of(name, format, recording).noting(notes).describing(known);
    }

    private Recording spikes() throws UnreadableRecordingException {
        if (NeoMat.isIn(variables, options)) {
            return NeoTrains.spikes(NeoMat.trains(variables, options, file), options, names, file, notes);
        }
        if (options.variable().isPresent()) {
            String path = options.variable().get();
            return path.contains("*") ? vectors(MatVectors.matching(path, variables)) : spikes(path, named(path));
        }
        if (options.columns().isEmpty()) {
            Optional<List<String>> exported = MatVectors.exported(variables);
            if (exported.isPresent()) {
                List<String> unsorted = MatVectors.unsorted(variables);
                if (!unsorted.isEmpty()) {
                    notes.add("spikes that belong to no unit are left out: " + Text.shownAll(unsorted));
                }
                return vectors(exported.get());
            }
        }
        Optional<Recording> vectors = twoVectors();
        if (vectors.isPresent()) {
            return vectors.get();
        }
        List<String> possible = new ArrayList<>();
        variables.forEach((name, value) -> find(name, value, DEEPEST, possible));
        if (possible.size() != 1) {
            throw new UnreadableRecordingException(file + ": "
                    + (possible.isEmpty() ? "no variable is recognized as spikes" : "several variables could be spikes")
                    + (possible.size() > 1 ? ": " + Text.shownAll(possible) : "")
                    + MatVectors.alike(variables)
                            .map(like ->
                                    "; if each of " + like + " is a train, give --variable '" + like + "' and --unit")
                            .orElse("")
                    + "; choose one with --variable NAME, or two vectors with --columns neuron=NAME,time=NAME."
                    + " There are "
                    + listed());
        }
        notes.add("the spikes are in variable " + possible.get(0));
        return spikes(possible.get(0), named(possible.get(0)));
    }

    /** Adds the name of a variable if it is spikes, else those of its fields that are. */
    private static void find(String name, MatValue value, int depth, List<String> found) {
        if (isSpikes(value)) {
            found.add(name);
        } else if (depth > 0
                && value instanceof Structure structure
                && structure.elements().size() == 1) {
            structure.elements().get(0).forEach((field, inner) -> find(name + "." + field, inner, depth - 1, found));
        }
    }

    private String listed() {
        return variables.entrySet().stream()
                .limit(20)
                .map(variable -> variable.getKey() + " (" + variable.getValue().described() + ")")
                .toList()
                .toString();
    }

    private MatValue named(String path) throws UnreadableRecordingException {
        MatValue value = new Structure(List.of(variables));
        for (String name : path.split("\\.", -1)) {
            MatValue next = value instanceof Structure structure ? structure.field(name) : null;
            if (next == null) {
                throw new UnreadableRecordingException(
                        file + ": there is no variable " + Text.shown(path) + "; there are " + listed());
            }
            value = next;
        }
        return value;
    }

    private static boolean isSpikes(@Nullable MatValue value) {
        if (value instanceof Cell cell) {
            return cell.isTrains();
        } else if (value instanceof Structure structure) {
            return isTrains(structure.field(TIMES))
                    || isTrains(structure.field("timestamp"))
                    || isTrains(structure.field("time"))
                    || isArrayOfTrains(structure);
        }
        return value instanceof Matrix numbers
                && !numbers.isVector()
                && Math.min(numbers.rows(), numbers.columns()) == 2;
    }

    private static boolean isTrains(@Nullable MatValue value) {
        return value instanceof Cell cell && cell.isTrains();
    }

    private static boolean isArrayOfTrains(Structure structure) {
        return fieldOfTrains(structure).isPresent();
    }

    /** The field in which every element has a train. */
    private static Optional<String> fieldOfTrains(Structure structure) {
        boolean several = structure.elements().size() > 1;
        return TRAINS.stream()
                .filter(field -> several || field.equals(TIMES))
                .filter(field -> !structure.elements().isEmpty()
                        && structure.elements().stream()
                                .allMatch(
                                        element -> element.get(field) instanceof Matrix numbers && numbers.isVector()))
                .findFirst();
    }

    private Recording spikes(String name, @Nullable MatValue value) throws UnreadableRecordingException {
        String where = file + ", variable " + name;
        if (value instanceof Cell cell && cell.isTrains()) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            return trains(cell, counted(cell.values().size()), UnitOfTime.inName(last), where);
        } else if (value instanceof Structure structure && isTrains(structure.field(TIMES))) {
            return cellExplorer(structure, where);
        } else if (value instanceof Structure structure && isArrayOfTrains(structure)) {
            String field = fieldOfTrains(structure).orElse(TIMES);
            List<MatValue> values = structure.elements().stream()
                    .map(element -> element.getOrDefault(field, new MatValue.Other("")))
                    .toList();
            boolean seconds = field.equals(TIMES);
            notes.add("an array of structures with " + field + (seconds ? ", as Chronux has it: seconds" : ""));
            return trains(
                    new Cell(values),
                    counted(values.size()),
                    seconds ? Optional.of(UnitOfTime.SECONDS) : Optional.empty(),
                    where + "." + field);
        } else if (value instanceof Structure structure && isSpikes(structure)) {
            return fieldTrip(structure, name, where);
        } else if (value instanceof Matrix numbers && isWaveClus(name, numbers)) {
            return waveClus(numbers, where);
        } else if (value instanceof Matrix numbers && !numbers.isVector()) {
            return TwoColumns.spikes(numbers.split(), options, where, names, notes);
        }
        throw new UnreadableRecordingException(where + " is " + (value == null ? "absent" : value.described())
                + ", which is neither a cell array of trains, nor a matrix of neurons and times, nor a structure of"
                + " CellExplorer, FieldTrip or Chronux; there are " + listed());
    }

    private boolean isWaveClus(String name, Matrix numbers) {
        return name.equals("cluster_class")
                && numbers.columns() == 2
                && options.columns().isEmpty()
                && options.statedUnit()
                        .filter(unit -> unit != UnitOfTime.MILLIS)
                        .isEmpty();
    }

    /** The classes of wave_clus: class and milliseconds; spikes of class 0 belong to no cluster. */
    private Recording waveClus(Matrix numbers, String where) throws UnreadableRecordingException {
        List<Object> columns = numbers.split();
        int[] classes = Numbers.toNeurons(Numbers.toWhole(columns.get(0), where), where);
        SpikeClock clock = Times.usually(UnitOfTime.MILLIS, options, where);
        long[] times = clock.micros(columns.get(1), where);
        SpikeBlock spikes = new SpikeBlock();
        for (int k = 0; k < times.length; k++) {
            if (classes[k] > 0) {
                spikes.add(times[k], classes[k]);
            }
        }
        notes.add("classes and milliseconds, as wave_clus has them; " + (times.length - spikes.length())
                + " spikes of class 0, which is no cluster, are left out");
        return Recording.sorting(spikes);
    }

    /** Reads two vectors of one length whose names say what they are, or that the user names. */
    private Optional<Recording> twoVectors() throws UnreadableRecordingException {
        List<String> vectors = new ArrayList<>();
        int depth = options.columns().isPresent() ? DEEPEST : 0;
        variables.forEach((name, value) -> vectors(name, value, depth, vectors));
        boolean byName =
                options.columns().isPresent() && !options.columns().get().isByNumber();
        Optional<ColumnNames> columns = byName || options.columns().isEmpty()
                ? ColumnNames.find(vectors, options.columns(), file)
                : Optional.empty();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String neuron = columns.get().neuronsAmong(vectors);
        String time = vectors.get(columns.get().time());
        notes.add("neurons are in variable " + neuron + ", times in " + time);
        SpikeClock clock =
                Times.named(columns.get().unit(), ColumnNames.plain(time), options, file + ", variable " + time);
        long[] times = clock.micros(vector(time), file + ", variable " + time);
        List<Object> neuronVectors = new ArrayList<>();
        for (int index : columns.get().neurons()) {
            neuronVectors.add(vector(vectors.get(index)));
        }
        int[] ids = CombinedName.neurons(neuronVectors, file + ", variable " + neuron, names, notes);
        clock.loss(vector(time)).ifPresent(notes::add);
        columns.get().contradiction(options, time).ifPresent(notes::add);
        if (times.length != ids.length) {
            throw new UnreadableRecordingException(file + ": variable " + time + " has " + times.length
                    + " numbers and " + neuron + " " + ids.length + "; each spike needs a time and a neuron");
        }
        Map<String, Object> beside = new TreeMap<>();
        for (int index :
                Companions.among(vectors, columns.get().neurons(), columns.get().time())) {
            beside.put(vectors.get(index), vector(vectors.get(index)));
        }
        boolean guessed = options.columns().isEmpty();
        Companions.check(beside, ids, times, guessed, file, notes);
        Recording recording = Recording.sorting(times, ids);
        PlausibleSeconds.of(recording)
                .doubtRepeats(file, "variable " + neuron, guessed)
                .ifPresent(notes::add);
        return Optional.of(believed(recording, clock, file + ", variable " + time));
    }

    /** A train in each of these variables; the neuron is the variable's number, from 1 in order of names. */
    private Recording vectors(List<String> trains) throws UnreadableRecordingException {
        if (trains.isEmpty()) {
            throw new UnreadableRecordingException(file + ": there is no vector of numbers like "
                    + Text.shown(options.variable().orElse("")) + "; there are " + listed());
        }
        List<MatValue> values = new ArrayList<>();
        int[] neurons = new int[trains.size()];
        for (int k = 0; k < neurons.length; k++) {
            values.add(Objects.requireNonNull(variables.get(trains.get(k))));
            neurons[k] = names.number(trains.get(k));
        }
        notes.add("a train in each of " + neurons.length + " variables, numbered by their names: " + names.some());
        boolean exported = MatVectors.isExported(trains);
        if (exported && options.statedUnit().isEmpty()) {
            notes.add("times are seconds, as Plexon and NeuroExplorer export them");
        }
        return trains(
                new Cell(values),
                neurons,
                exported ? Optional.of(UnitOfTime.SECONDS) : Optional.empty(),
                file + ", variables " + trains.get(0) + " and others");
    }

    /** Adds the name of a variable if it is a vector, else those of its fields that are. */
    private static void vectors(String name, MatValue value, int depth, List<String> found) {
        if (value instanceof Matrix numbers && numbers.isVector() && numbers.length() > 1) {
            found.add(name);
        } else if (depth > 0
                && value instanceof Structure structure
                && structure.elements().size() == 1) {
            structure.elements().get(0).forEach((field, inner) -> vectors(name + "." + field, inner, depth - 1, found));
        }
    }

    private Object vector(String name) throws UnreadableRecordingException {
        return named(name) instanceof Matrix numbers ? numbers.data() : new double[0];
    }

    /** Numbers the neurons from 1, as MATLAB counts, and adds a note about it. */
    private int[] counted(int trains) {
        notes.add("neurons are numbered 1 to " + trains + ", as MATLAB counts");
        return IntStream.rangeClosed(1, trains).toArray();
    }

    private Recording cellExplorer(Structure structure, String where) throws UnreadableRecordingException {
        Cell trains = (Cell) structure.field(TIMES);
        int count = trains == null ? 0 : trains.values().size();
        boolean hasIds = structure.field("UID") instanceof Matrix uid && uid.length() > 0;
        int[] neurons = hasIds ? uids(structure, count, where + ".UID") : counted(count);
        notes.add("times" + (hasIds ? " and UID" : "") + ", as CellExplorer has them: seconds");
        known.addAll(MatPlaces.of(structure, neurons));
        return trains(
                trains == null ? new Cell(List.of()) : trains,
                neurons,
                Optional.of(UnitOfTime.SECONDS),
                where + ".times");
    }

    /** The units of CellExplorer: their ids, or their places if ids repeat. */
    private int[] uids(Structure structure, int trains, String where) throws UnreadableRecordingException {
        Object data = structure.field("UID") instanceof Matrix uid ? uid.data() : new long[0];
        long[] ids = Numbers.toWhole(data, where);
        if (ids.length != trains) {
            throw new UnreadableRecordingException(
                    where + " has " + ids.length + " ids for " + trains + " trains; there must be as many");
        }
        Optional<String> repeated = RepeatedIds.note(ids, "UIDs", "by their place");
        repeated.ifPresent(notes::add);
        return repeated.isPresent() ? counted(trains) : Numbers.toNeurons(ids, where);
    }

    private Recording fieldTrip(Structure structure, String name, String where) throws UnreadableRecordingException {
        boolean hasTimestamps = isTrains(structure.field("timestamp"));
        if (!hasTimestamps && isTrains(structure.field("trial"))) {
            throw new UnreadableRecordingException(where + ": the times of this FieldTrip structure are relative to"
                    + " trials, and there are no timestamps; give the structure"
                    + " before ft_spike_maketrials, or take --variable "
                    + name + ".time with --unit s if there is only one trial");
        }
        String field = hasTimestamps ? "timestamp" : "time";
        Cell trains = (Cell) structure.field(field);
        int count = trains == null ? 0 : trains.values().size();
        List<String> labels = labels(structure);
        Optional<String> repeated = RepeatedIds.note(labels, "labels", "by their place");
        repeated.ifPresent(notes::add);
        if (!labels.isEmpty() && labels.size() != count) {
            throw new UnreadableRecordingException(
                    where + ".label has " + labels.size() + " labels for " + count + " trains; there must be as many");
        }
        boolean labelled = !labels.isEmpty() && repeated.isEmpty();
        int[] neurons = labelled ? labels.stream().mapToInt(names::number).toArray() : counted(count);
        if (labelled) {
            notes.add("units are numbered by their label: " + names.some());
        }
        return trains(
                trains == null ? new Cell(List.of()) : trains,
                neurons,
                hasTimestamps ? Optional.empty() : Optional.of(UnitOfTime.SECONDS),
                where + "." + field);
    }

    private static List<String> labels(Structure structure) {
        List<String> labels = new ArrayList<>();
        if (structure.field("label") instanceof Cell cell) {
            for (MatValue label : cell.values()) {
                labels.add(label instanceof Words words ? words.text() : "unit " + (labels.size() + 1));
            }
        }
        return labels;
    }

    private Recording trains(Cell trains, int[] neurons, Optional<UnitOfTime> unit, String where)
            throws UnreadableRecordingException {
        SpikeClock clock = Times.named(unit, "", options, where);
        SpikeBlock spikes = new SpikeBlock();
        loss(trains, neurons.length, clock).ifPresent(notes::add);
        for (int train = 0; train < neurons.length; train++) {
            for (long micros : clock.micros(trains.train(train).data(), where + "{" + (train + 1) + "}")) {
                spikes.add(micros, neurons[train]);
            }
        }
        return believed(Recording.sorting(spikes), clock, where);
    }

    /** The warning about numbers of 32 bits, of the first train that has one. */
    private static Optional<String> loss(Cell trains, int count, SpikeClock clock) throws UnreadableRecordingException {
        Optional<String> loss = Optional.empty();
        for (int train = 0; train < count && loss.isEmpty(); train++) {
            loss = clock.loss(trains.train(train).data());
        }
        return loss;
    }

    private Recording believed(Recording recording, SpikeClock clock, String where)
            throws UnreadableRecordingException {
        Times.requireBelievable(recording, clock, options, where).ifPresent(notes::add);
        return recording;
    }
}
