package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.MatValue.Cell;
import dev.hebb.replay.format.MatValue.Matrix;
import dev.hebb.replay.format.MatValue.Structure;
import dev.hebb.replay.format.ReadOptions.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The spikes among MATLAB's variables: a cell array of trains, a matrix of two columns, two vectors, a structure as
 * CellExplorer ({@code times}, {@code UID}), FieldTrip ({@code label}, {@code timestamp} or {@code time}) or Chronux
 * (an array with {@code times}) have it.
 */
final class MatSpikes {
    static final Set<Name> OPTIONS = Set.of(Name.VARIABLE, Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE);

    private final MatVariables variables;
    private final String file;
    private final ReadOptions options;
    private final UnitNames names;
    private final List<String> notes = new ArrayList<>();
    private final List<KnownNeuron> known = new ArrayList<>();
    private final MatTrains trains;

    MatSpikes(Map<String, MatValue> variables, String file, ReadOptions options, UnitNames names) {
        this.variables = new MatVariables(variables, file);
        this.file = file;
        this.options = options;
        this.names = names;
        this.trains = new MatTrains(options, notes);
    }

    RecordingFile read(String name, String format) throws UnreadableRecordingException {
        Recording recording = spikes();
        Times.doubt(options).ifPresent(notes::add);
        return RecordingFile.of(name, format, recording).noting(notes).describing(known);
    }

    private Recording spikes() throws UnreadableRecordingException {
        if (NeoMat.isIn(variables.all(), options)) {
            return NeoTrains.spikes(NeoMat.trains(variables.all(), options, file), options, names, file, notes);
        }
        if (options.variable().isPresent()) {
            String path = options.variable().get();
            return path.contains("*") ? vectors(MatVectors.matching(path, variables.all())) : at(path);
        }
        Optional<List<String>> exported =
                options.columns().isEmpty() ? MatVectors.exported(variables.all()) : Optional.empty();
        if (exported.isPresent()) {
            List<String> unsorted = MatVectors.unsorted(variables.all());
            if (!unsorted.isEmpty()) {
                notes.add("spikes that belong to no unit are left out: " + Text.shownAll(unsorted));
            }
            return vectors(exported.get());
        }
        Optional<Recording> vectors = new MatTwoVectors(variables, options).spikes(names, notes);
        return vectors.isPresent() ? vectors.get() : onlyOnes();
    }

    /** The spikes of the only value that can be spikes. */
    private Recording onlyOnes() throws UnreadableRecordingException {
        List<String> possible = variables.paths(MatSpikes::isSpikes, MatVariables.DEEPEST);
        if (possible.size() == 1) {
            notes.add("the spikes are in variable " + possible.get(0));
            return at(possible.get(0));
        }
        throw new UnreadableRecordingException(file + ": "
                + (possible.isEmpty()
                        ? "no variable is recognized as spikes"
                        : "several variables could be spikes: " + Text.shownAll(possible))
                + MatVectors.alike(variables.all())
                        .map(like -> "; if each of " + like + " is a train, give --variable '" + like + "' and --unit")
                        .orElse("")
                + "; choose one with --variable NAME, or two vectors with --columns neuron=NAME,time=NAME."
                + " There are "
                + variables.listed());
    }

    private static boolean isSpikes(MatValue value) {
        if (value instanceof Cell cell) {
            return cell.isTrains();
        } else if (value instanceof Structure structure) {
            return MatStructures.isSpikes(structure);
        }
        return value instanceof Matrix numbers
                && !numbers.isVector()
                && Math.min(numbers.rows(), numbers.columns()) == 2;
    }

    private Recording at(String path) throws UnreadableRecordingException {
        MatValue value = variables.at(path);
        String where = file + ", variable " + path;
        if (value instanceof Cell cell && cell.isTrains()) {
            String last = path.substring(path.lastIndexOf('.') + 1);
            return trains.spikes(cell, trains.counted(cell.values().size()), UnitOfTime.inName(last), where);
        } else if (value instanceof Structure structure && MatStructures.isSpikes(structure)) {
            return new MatStructures(trains, names, known).spikes(structure, path, where);
        } else if (value instanceof Matrix numbers && isWaveClus(path, numbers)) {
            return waveClus(numbers, where);
        } else if (value instanceof Matrix numbers && !numbers.isVector()) {
            return TwoColumns.spikes(numbers.split(), options, where, names, notes);
        }
        throw new UnreadableRecordingException(where + " is " + value.described()
                + ", which is neither a cell array of trains, nor a matrix of neurons and times, nor a structure of"
                + " CellExplorer, FieldTrip or Chronux; there are " + variables.listed());
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
                + " spikes of class 0, which is not a cluster, are left out");
        return Recording.sorting(spikes);
    }

    /** A train in each of these variables; the neuron is the variable's number, from 1 in order of names. */
    private Recording vectors(List<String> vectors) throws UnreadableRecordingException {
        if (vectors.isEmpty()) {
            throw new UnreadableRecordingException(file + ": there is no vector of numbers like "
                    + Text.shown(options.variable().orElse("")) + "; there are " + variables.listed());
        }
        List<MatValue> values = new ArrayList<>();
        int[] neurons = new int[vectors.size()];
        for (int k = 0; k < neurons.length; k++) {
            values.add(Objects.requireNonNull(variables.all().get(vectors.get(k))));
            neurons[k] = names.number(vectors.get(k));
        }
        notes.add("a train in each of " + neurons.length + " variables, numbered by their names: " + names.some());
        boolean exported = MatVectors.isExported(vectors);
        if (exported && options.statedUnit().isEmpty()) {
            notes.add("times are seconds, as Plexon and NeuroExplorer export them");
        }
        return trains.spikes(
                new Cell(values),
                neurons,
                exported ? Optional.of(UnitOfTime.SECONDS) : Optional.empty(),
                file + ", variables " + vectors.get(0) + " and others");
    }
}
