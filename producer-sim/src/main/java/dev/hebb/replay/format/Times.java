package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import java.util.Optional;

/** The unit of a file's times: the one that the user states, else the one of the file, and how sure that is. */
final class Times {
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
     * @param name of the column or array; empty if it has none
     */
    static SpikeClock named(Optional<UnitOfTime> named, String name, ReadOptions options, String where)
            throws UnreadableRecordingException {
        UnitOfTime unit = options.statedUnit()
                .or(() -> named)
                .orElseThrow(() -> new UnreadableRecordingException(where
                        + UnitOfTime.foreignInName(name)
                                .map(foreign -> ": the name says " + foreign.inWords() + ", which are not read; "
                                        + foreign.conversion() + ", or say what the times count if the name is wrong")
                                .orElse(
                                        ": the name does not say what the times count; give --unit s, --unit ms, --unit us, or"
                                                + " --unit samples with --sample-rate HZ")));
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
        return PlausibleSeconds.of(recording).asSeconds(where);
    }

    /** The warnings about a rate that the user states. */
    static Optional<String> doubt(ReadOptions options) {
        return options.sampleRateHz().flatMap(rate -> SampleRate.doubt(rate, "--sample-rate"));
    }
}
