package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sorting that SpikeInterface saved as an archive: {@code unit_ids}, {@code sampling_frequency}, and for each segment
 * {@code spike_indexes_segN} in samples and {@code spike_labels_segN}, the unit of each spike.
 */
final class SpikeInterfaceArrays {
    private static final String FIRST = "spike_indexes_seg0";
    private static final String LABELS = "spike_labels_seg0";
    private static final String SECOND = "spike_indexes_seg1";
    private static final String RATE = "sampling_frequency";

    private SpikeInterfaceArrays() {}

    static boolean isIn(NpzArrays arrays) {
        return arrays.has(FIRST) && arrays.has(LABELS);
    }

    static RecordingFile read(Content content, NpzArrays arrays, ReadOptions options, UnitNames names)
            throws IOException {
        requireOneSegment(arrays.has(SECOND), content.path().toString());
        Optional<BigDecimal> rate = options.sampleRateHz();
        if (rate.isEmpty()) {
            double[] stated = Numbers.toDoubles(arrays.column(RATE).data(), arrays.where(RATE));
            rate = Optional.of(new BigDecimal(Double.toString(stated[0])));
        }
        long[] samples = Numbers.toWhole(arrays.column(FIRST).data(), arrays.where(FIRST));
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, rate, arrays.where(FIRST));
        List<String> notes = new ArrayList<>();
        int[] neurons = neurons(arrays.column(LABELS).data(), arrays.where(LABELS), names, notes);
        if (samples.length != neurons.length) {
            throw new UnreadableRecordingException(arrays.where(LABELS) + ": " + neurons.length + " labels for "
                    + samples.length + " spikes; there must be as many");
        }
        SampleRate.doubt(rate.orElseThrow(), arrays.where(RATE)).ifPresent(notes::add);
        Recording recording = Recording.sorting(clock.micros(samples, arrays.where(FIRST)), neurons);
        return RecordingFile.of(content.name(), "SpikeInterface sorting (.npz)", recording)
                .noting(notes);
    }

    static void requireOneSegment(boolean more, String where) throws UnreadableRecordingException {
        if (more) {
            throw new UnreadableRecordingException(
                    where + ": the sorting has several segments, whose times all begin at"
                            + " zero; save each on its own, as in sorting.select_segments([0]).save(folder=...)");
        }
    }

    /** Units as they are if they are numbers; names are numbered. */
    static int[] neurons(Object units, String where, UnitNames names, List<String> notes)
            throws UnreadableRecordingException {
        if (units instanceof String[] texts) {
            int[] neurons = Arrays.stream(texts).mapToInt(names::number).toArray();
            notes.add("units are numbered by name: " + names.some());
            return neurons;
        }
        return names.neurons(Numbers.toWhole(units, where), where, notes);
    }
}
