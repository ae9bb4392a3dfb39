package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The unit of a file's times: the one that the user states, else the one of the file, and how sure that is. */
final class Times {
    /** Recordings of spikes are shorter; longer ones have samples that were taken for seconds. */
    private static final long LONGEST_MICROS = TimeUnit.DAYS.toMicros(60);

    private static final long MICROS_A_SECOND = 1_000_000;
    /** Least number of spikes by which times are judged: fewer may well fall on whole seconds. */
    private static final int ENOUGH = 20;
    /** Neurons that are sorted fire more often. */
    private static final double SLOWEST_HZ = 0.003;

    private static final String ASK = " Give --unit samples with --sample-rate HZ, or --unit s if they are seconds";

    private Times() {}

    /**
     * The clock of times whose unit the form of the file fixes.
     *
     * @param usual the form's unit
     */
    static SpikeClock usually(UnitOfTime usual, ReadOptions options, String where) throws UnreadableRecordingException {
        return SpikeClock.of(options.statedUnit().orElse(usual), options.sampleRateHz(), where);
    }

    /**
     * The clock of times whose unit a name states, or the user.
     *
     * @param named by the name of the column or array
     */
    static SpikeClock named(Optional<UnitOfTime> named, ReadOptions options, String where)
            throws UnreadableRecordingException {
        UnitOfTime unit = options.statedUnit()
                .or(() -> named)
                .orElseThrow(() -> new UnreadableRecordingException(where
                        + ": the name does not say what the times count; give --unit s, --unit ms, --unit us, or"
                        + " --unit samples with --sample-rate HZ"));
        return SpikeClock.of(unit, options.sampleRateHz(), where);
    }

    /**
     * Asks about seconds that cannot be seconds, unless the user has stated the unit: a recording that is too long to
     * be one, or whose times are all whole.
     *
     * @return a warning about times that may be milliseconds
     * @throws UnreadableRecordingException if they are samples, most likely
     */
    static Optional<String> requireBelievable(Recording recording, SpikeClock clock, ReadOptions options, String where)
            throws UnreadableRecordingException {
        if (clock.unit() != UnitOfTime.SECONDS || options.statedUnit().isPresent() || recording.spikes() == 0) {
            return Optional.empty();
        }
        RecordingFile.Extent extent = RecordingFile.Extent.of(recording);
        long micros = extent.lastMicros() - extent.firstMicros();
        if (micros > LONGEST_MICROS) {
            throw new UnreadableRecordingException(where + ": taken as seconds, the times cover "
                    + micros / TimeUnit.DAYS.toMicros(1) + " days; are they samples?" + ASK);
        }
        boolean whole = Arrays.stream(recording.timesMicros()).allMatch(time -> time % MICROS_A_SECOND == 0);
        if (whole && recording.spikes() >= ENOUGH) {
            throw new UnreadableRecordingException(
                    where + ": taken as seconds, all times are whole seconds; are they samples?" + ASK);
        }
        long neurons = Arrays.stream(recording.neurons()).distinct().count();
        double hertz = recording.spikes() / (double) neurons / Math.max(1, micros) * MICROS_A_SECOND;
        return recording.spikes() >= ENOUGH && hertz < SLOWEST_HZ
                ? Optional.of("warning: taken as seconds, a neuron has " + Math.round(hertz * 3600)
                        + " spikes an hour; are they milliseconds? Then give --unit ms")
                : Optional.empty();
    }

    /** The warnings about a rate that the user states. */
    static Optional<String> doubt(ReadOptions options) {
        return options.sampleRateHz().flatMap(rate -> SampleRate.doubt(rate, "--sample-rate"));
    }
}
