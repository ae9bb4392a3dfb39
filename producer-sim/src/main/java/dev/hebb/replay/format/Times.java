package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The unit of a file's times: the one that the user states, else the one of the file, and how sure that is. */
final class Times {
    /** Recordings of spikes are shorter; longer ones have samples that were taken for seconds. */
    private static final long LONGEST_MICROS = TimeUnit.DAYS.toMicros(60);

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
     * Asks about a recording that is too long to be one, unless the user has stated the unit.
     *
     * @throws UnreadableRecordingException if it is
     */
    static void requireBelievable(Recording recording, ReadOptions options, String where)
            throws UnreadableRecordingException {
        RecordingFile.Extent extent = RecordingFile.Extent.of(recording);
        long micros = extent.lastMicros() - extent.firstMicros();
        if (micros > LONGEST_MICROS && options.statedUnit().isEmpty()) {
            throw new UnreadableRecordingException(where + ": taken as seconds, the times cover "
                    + micros / TimeUnit.DAYS.toMicros(1) + " days; are they samples? Give --unit samples with"
                    + " --sample-rate HZ, or --unit s if they are seconds");
        }
    }

    /** The warnings about a rate that the user states. */
    static Optional<String> doubt(ReadOptions options) {
        return options.sampleRateHz().flatMap(rate -> SampleRate.doubt(rate, "--sample-rate"));
    }
}
