package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import java.util.List;
import java.util.Map;

/**
 * Spikes whose neurons and times are columns of one file, and what is asked of them before they are taken for spikes.
 *
 * @param neurons of each spike
 * @param times of each spike, in microseconds, by {@code clock}
 * @param beside other columns of the file, by name; only {@link Companions} are looked at
 */
record ColumnSpikes(int[] neurons, long[] times, SpikeClock clock, Map<String, Object> beside) {
    /**
     * The spikes as a recording.
     *
     * @param file for messages
     * @param neuronColumn what the column of neurons is called in messages
     * @param timeColumn what the column of times is called in messages, with the file
     * @param notes receives what is in doubt
     * @throws UnreadableRecordingException if so much is in doubt that the user has to say it
     */
    Recording believed(ReadOptions options, String file, String neuronColumn, String timeColumn, List<String> notes)
            throws UnreadableRecordingException {
        boolean guessed = options.columns().isEmpty();
        Companions.check(beside, neurons, times, guessed, file, notes);
        Recording recording = Recording.sorting(times, neurons);
        PlausibleSeconds.of(recording).doubtRepeats(file, neuronColumn, guessed).ifPresent(notes::add);
        Times.requireBelievable(recording, clock, options, timeColumn).ifPresent(notes::add);
        return recording;
    }
}
