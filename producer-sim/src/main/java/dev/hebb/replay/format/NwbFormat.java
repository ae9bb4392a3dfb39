package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;

/**
 * Neurodata Without Borders: {@code /units/spike_times} in seconds, train after train; {@code spike_times_index}, the
 * end of each train; {@code id}, the unit of each train.
 */
final class NwbFormat {
    private static final String TIMES = "units/spike_times";
    private static final String ENDS = "units/spike_times_index";
    private static final String IDS = "units/id";

    private NwbFormat() {}

    static RecordingFile open(Hdf5 hdf) throws IOException {
        long[] times = Seconds.toMicros(hdf.doubles(TIMES), hdf.where(TIMES));
        long[] ends = hdf.longs(ENDS);
        int[] units = Numbers.toNeurons(hdf.longs(IDS), hdf.where(IDS));
        if (units.length != ends.length) {
            throw new UnreadableRecordingException(hdf.where(IDS) + ": " + units.length + " ids for " + ends.length
                    + " trains; there must be as many");
        }
        int[] neurons = Trains.spread(ends, units, times.length, hdf.where(ENDS));
        return RecordingFile.of(hdf.fileName(), "NWB, " + units.length + " units", Recording.sorting(times, neurons));
    }
}
