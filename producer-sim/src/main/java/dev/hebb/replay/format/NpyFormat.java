package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A single NumPy array of two columns, neuron and time. */
final class NpyFormat implements RecordingFormat {
    @Override
    public String name() {
        return "NumPy array (.npy)";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE);
    }

    @Override
    public boolean isFormOf(Content content) {
        return content.has(NpyHeader.MAGIC, 0);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        String where = content.path().toString();
        NpyArray array = NpyArray.read(content.path());
        if (array.isStructured()) {
            return structured(content, array, options, names);
        }
        if (array.header().shape().length != 2 || array.width() < 2) {
            throw new UnreadableRecordingException(where + " is a single NumPy array; give the folder with"
                    + " spike_times.npy and spike_clusters.npy, or an .npz with times and ids; a single array"
                    + " must have two columns, neuron and time");
        }
        if (array.width() > 8) {
            throw new UnreadableRecordingException(where + ": an array of " + array.width()
                    + " columns is not a list of spikes; save one column of neurons and one of times");
        }
        List<Object> columns = new ArrayList<>();
        for (int column = 0; column < array.width(); column++) {
            columns.add(array.column(column).data());
        }
        List<String> notes = new ArrayList<>();
        Recording recording = TwoColumns.spikes(columns, options, where, names, notes);
        Times.doubt(options).ifPresent(notes::add);
        return RecordingFile.of(content.name(), name(), recording).noting(notes);
    }

    /** An array whose elements have named fields. */
    private RecordingFile structured(Content content, NpyArray array, ReadOptions options, UnitNames names)
            throws IOException {
        List<String> fields =
                array.header().fields().stream().map(NpyHeader.Field::name).toList();
        return new TableSpikes(content, name(), "field", fields)
                .read(
                        (indices, needed, notes) ->
                                indices.stream().map(array.columns()::get).toList(),
                        options,
                        names);
    }
}
