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
    private static final String SAMPLES = "spike_indexes_seg";
    private static final String UNITS = "spike_labels_seg";
    private static final String RATE = "sampling_frequency";

    private SpikeInterfaceArrays() {}

    static boolean isIn(NpzArrays arrays) {
        return arrays.has(SAMPLES + 0) && arrays.has(UNITS + 0);
    }

    static RecordingFile read(Content content, NpzArrays arrays, ReadOptions options, UnitNames names)
            throws IOException {
        int segments = 1;
        while (arrays.has(SAMPLES + segments)) {
            segments++;
        }
        int segment = segment(segments, options, content.path().toString());
        String samplesName = SAMPLES + segment;
        String labelsName = UNITS + segment;
        Optional<BigDecimal> rate = options.sampleRateHz();
        if (rate.isEmpty()) {
            double[] stated = Numbers.toDoubles(arrays.column(RATE).data(), arrays.where(RATE));
            if (stated.length == 0 || !(stated[0] > 0) || Double.isInfinite(stated[0])) {
                throw new UnreadableRecordingException(arrays.where(RATE)
                        + ": it states no rate of samples; give --sample-rate, as in --sample-rate 30000");
            }
            rate = Optional.of(new BigDecimal(Double.toString(stated[0])));
        }
        long[] samples = Numbers.toWhole(arrays.column(samplesName).data(), arrays.where(samplesName));
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, rate, arrays.where(samplesName));
        List<String> notes = new ArrayList<>();
        int[] neurons = neurons(arrays.column(labelsName).data(), arrays.where(labelsName), names, notes);
        if (samples.length != neurons.length) {
            throw new UnreadableRecordingException(arrays.where(labelsName) + ": " + neurons.length + " labels for "
                    + samples.length + " spikes; there must be as many");
        }
        SampleRate.doubt(rate.orElseThrow(), arrays.where(RATE)).ifPresent(notes::add);
        Recording recording = Recording.sorting(clock.micros(samples, arrays.where(samplesName)), neurons);
        return RecordingFile.of(content.name(), "SpikeInterface sorting (.npz)", recording)
                .noting(notes);
    }

    /**
     * The segment that the user chooses, or the only one. The times of each begin at zero.
     *
     * @param segments how many there are
     * @throws UnreadableRecordingException if there are several and none is chosen, or another is
     */
    static int segment(int segments, ReadOptions options, String where) throws UnreadableRecordingException {
        String wanted = options.variable().orElse("0");
        boolean exists = wanted.matches("\\d{1,6}") && Integer.parseInt(wanted) < segments;
        if (!exists || (segments > 1 && options.variable().isEmpty())) {
            throw new UnreadableRecordingException(where + ": the sorting has " + segments
                    + (segments == 1 ? " segment" : " segments, whose times all begin at zero") + "; choose one with"
                    + " --variable 0 to --variable " + (segments - 1)
                    + ", and replay each to a network of its own, or save them as one after the other");
        }
        return Integer.parseInt(wanted);
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
