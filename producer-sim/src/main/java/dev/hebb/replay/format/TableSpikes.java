package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spikes in a table whose columns have names and types: which hold neuron and time, and what the times count.
 *
 * @param content the file
 * @param form of the file, for messages
 * @param noun what a column is called in messages
 * @param columns their names
 */
record TableSpikes(Content content, String form, String noun, List<String> columns) {
    /** Reads columns of a table. */
    @FunctionalInterface
    interface Reader {
        /**
         * The values of columns: {@code long[]}, {@code double[]} or {@code String[]}, all of one length.
         *
         * @param indices of the columns of neurons, of that of times, and of those that may change what these mean
         * @param needed how many of them make a spike: the first ones
         * @param notes receives what was left out
         */
        List<Object> read(List<Integer> indices, int needed, List<String> notes) throws IOException;
    }

    RecordingFile read(Reader reader, ReadOptions options, UnitNames names) throws IOException {
        String where = content.path().toString();
        ColumnNames chosen = choose(options);
        String time = columns.get(chosen.time());
        String neuron = chosen.neuronsAmong(columns);
        List<String> notes = new ArrayList<>();
        SpikeClock clock = Times.named(
                chosen.unit(), ColumnNames.plain(time), options, where + ", " + noun + " '" + Text.shown(time) + "'");
        List<Integer> indices = new ArrayList<>(chosen.neurons());
        indices.add(chosen.time());
        int needed = indices.size();
        indices.addAll(Companions.among(columns, chosen.neurons(), chosen.time()));
        List<Object> values = reader.read(indices, needed, notes);
        Object timeValues = values.get(needed - 1);
        long[] times = clock.micros(timeValues, where + ", " + noun + " " + time);
        int[] neurons =
                CombinedName.neurons(values.subList(0, needed - 1), where + ", " + noun + " " + neuron, names, notes);
        notes.add("neurons are in " + noun + " '" + neuron + "', times in '" + Text.shown(time) + "', in "
                + clock.unit().inWords());
        clock.loss(timeValues).ifPresent(notes::add);
        chosen.contradiction(options, time).ifPresent(notes::add);
        Map<String, Object> beside = new TreeMap<>();
        for (int k = needed; k < indices.size(); k++) {
            beside.put(columns.get(indices.get(k)), values.get(k));
        }
        Recording recording = new ColumnSpikes(neurons, times, clock, beside)
                .believed(options, where, noun + " '" + neuron + "'", where, notes);
        Times.doubt(options).ifPresent(notes::add);
        return RecordingFile.of(content.name(), form, recording).noting(notes);
    }

    private ColumnNames choose(ReadOptions options) throws UnreadableRecordingException {
        return ColumnNames.find(columns, options.columns(), content.path().toString())
                .orElseThrow(() -> new UnreadableRecordingException(content.path() + " has the " + noun + "s "
                        + Text.shownAll(columns) + "; name the two that hold neuron and time, as in --columns"
                        + " neuron=unit,time=t --unit s"));
    }
}
