package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A result of Herding Spikes (HDF5): {@code /times}, the frame of each spike, {@code /cluster_id}, its cluster, and
 * {@code /Sampling}, the rate in Hz, which is 0 where it was not known.
 */
final class HerdingSpikesFormat extends Hdf5Format {
    private static final String TIMES = "times";
    private static final String CLUSTERS = "cluster_id";
    private static final String RATE = "Sampling";

    @Override
    public String name() {
        return "Herding Spikes result";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.has(TIMES) && hdf.has(CLUSTERS) && hdf.has(RATE);
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        BigDecimal rate =
                options.sampleRateHz().isPresent() ? options.sampleRateHz().get() : rate(hdf);
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, Optional.of(rate), hdf.where(TIMES));
        long[] micros = clock.micros(hdf.wholes(TIMES), hdf.where(TIMES));
        int[] clusters = Numbers.toNeurons(hdf.wholes(CLUSTERS), hdf.where(CLUSTERS));
        if (micros.length != clusters.length) {
            throw new UnreadableRecordingException(hdf.where(CLUSTERS) + ": " + clusters.length + " clusters for "
                    + micros.length + " spikes; there must be as many");
        }
        List<String> notes = new ArrayList<>();
        SampleRate.doubt(rate, RATE).ifPresent(notes::add);
        notes.add("neurons are clusters; spikes of all of them are taken");
        return RecordingFile.of(hdf.fileName(), name(), Recording.sorting(micros, clusters))
                .noting(notes);
    }

    private static BigDecimal rate(Hdf5 hdf) throws UnreadableRecordingException {
        double[] rate = hdf.doubles(RATE);
        if (rate.length == 0 || !(rate[0] > 0) || Double.isInfinite(rate[0])) {
            throw new UnreadableRecordingException(
                    hdf.where(RATE) + " does not say the sampling rate; give --sample-rate, as in --sample-rate 7022");
        }
        return new BigDecimal(Double.toString(rate[0]));
    }
}
