package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.format.MatValue.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two vectors of one length among MATLAB's variables, neurons and times, by usual names or as the user names them. */
final class MatTwoVectors {
    private final MatVariables variables;
    private final ReadOptions options;
    private final List<String> vectors;

    MatTwoVectors(MatVariables variables, ReadOptions options) {
        this.variables = variables;
        this.options = options;
        // Fields of structures count only where the user names the two.
        vectors = variables.paths(MatTwoVectors::isVector, options.columns().isPresent() ? MatVariables.DEEPEST : 0);
    }

    private static boolean isVector(MatValue value) {
        return value instanceof Matrix numbers && numbers.isVector() && numbers.length() > 1;
    }

    /**
     * The spikes; empty if no names say so.
     *
     * @param notes receives what was taken, and what is in doubt
     */
    Optional<Recording> spikes(UnitNames names, List<String> notes) throws UnreadableRecordingException {
        Optional<ColumnNames> columns = columns();
        return columns.isEmpty() ? Optional.empty() : Optional.of(spikes(columns.get(), names, notes));
    }

    private Optional<ColumnNames> columns() throws UnreadableRecordingException {
        boolean byNumber =
                options.columns().isPresent() && options.columns().get().isByNumber();
        return byNumber ? Optional.empty() : ColumnNames.find(vectors, options.columns(), variables.file());
    }

    private Recording spikes(ColumnNames columns, UnitNames names, List<String> notes)
            throws UnreadableRecordingException {
        String file = variables.file();
        String neuron = columns.neuronsAmong(vectors);
        String time = vectors.get(columns.time());
        String timeColumn = file + ", variable " + time;
        notes.add("neurons are in variable " + neuron + ", times in " + time);
        SpikeClock clock = Times.named(columns.unit(), ColumnNames.plain(time), options, timeColumn);
        long[] times = clock.micros(variables.numbersAt(time), timeColumn);
        int[] neurons = CombinedName.neurons(numbers(columns.neurons()), file + ", variable " + neuron, names, notes);
        clock.loss(variables.numbersAt(time)).ifPresent(notes::add);
        columns.contradiction(options, time).ifPresent(notes::add);
        if (times.length != neurons.length) {
            throw new UnreadableRecordingException(file + ": variable " + time + " has " + times.length
                    + " numbers and " + neuron + " " + neurons.length + "; each spike needs a time and a neuron");
        }
        return new ColumnSpikes(neurons, times, clock, beside(columns))
                .believed(options, file, "variable " + neuron, timeColumn, notes);
    }

    private List<Object> numbers(List<Integer> indices) throws UnreadableRecordingException {
        List<Object> numbers = new ArrayList<>();
        for (int index : indices) {
            numbers.add(variables.numbersAt(vectors.get(index)));
        }
        return numbers;
    }

    private Map<String, Object> beside(ColumnNames columns) throws UnreadableRecordingException {
        Map<String, Object> beside = new TreeMap<>();
        for (int index : Companions.among(vectors, columns.neurons(), columns.time())) {
            beside.put(vectors.get(index), variables.numbersAt(vectors.get(index)));
        }
        return beside;
    }
}
