package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A NumPy archive with one array of times and one of ids, equally long, found by usual names, as Brian2's {@code i} and
 * {@code t}, NEST's {@code senders} and {@code times}, or pynapple's {@code index} and {@code t}. Floating-point times
 * are seconds unless the name says otherwise; whole ones need a unit.
 */
final class NpzFormat implements RecordingFormat {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final Set<String> TIMES = Set.of("times", "time", "t", "spike_times", "spiketimes", "timestamps");
    private static final Set<String> IDS = Set.of(
            "ids",
            "id",
            "i",
            "neurons",
            "neuron",
            "units",
            "unit",
            "clusters",
            "cluster",
            "spike_ids",
            "spike_clusters",
            "unit_ids",
            NpzSpikes.SENDERS);
    private static final String UNIT_SUFFIX = "_(?:us|ms|s|samples)$";

    @Override
    public String name() {
        return "NumPy archive (.npz)";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE, Name.VARIABLE);
    }

    /** Returns whether this is a zip file, with arrays or without, so that a message can say what is missing. */
    @Override
    public boolean isFormOf(Content content) {
        return content.has(ZIP, 0) || content.has(EMPTY_ZIP, 0);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        try (NpzArrays arrays = NpzArrays.open(content.path())) {
            if (SpikeInterfaceArrays.isIn(arrays)) {
                return SpikeInterfaceArrays.read(content, arrays, options, names);
            }
            Optional<String> workbook = ForeignForms.workbook(arrays.files());
            if (workbook.isPresent()) {
                throw new UnreadableRecordingException(content.path() + " " + workbook.get());
            }
            if (arrays.names().isEmpty()) {
                throw new UnreadableRecordingException(content.path() + " is a zip archive without arrays of NumPy,"
                        + " with " + Text.shownAll(arrays.files()) + "; unzip it, and give a file of it");
            }
            List<String> notes = new ArrayList<>();
            Recording recording = new NpzSpikes(content.path().toString(), arrays, options).read(names, notes);
            Times.doubt(options).ifPresent(notes::add);
            return RecordingFile.of(content.name(), name(), recording).noting(notes);
        }
    }

    /** Returns whether a name is usual for an array of ids. */
    static boolean isId(String name) {
        return IDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a name is usual for an array of times. */
    static boolean isTime(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return TIMES.contains(plain) || TIMES.contains(plain.replaceFirst(UNIT_SUFFIX, ""));
    }
}
