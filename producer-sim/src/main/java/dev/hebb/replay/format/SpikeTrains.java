package dev.hebb.replay.format;

import java.util.Arrays;

/** Spike trains stored one after the other: where each ends, and whose it is. */
final class SpikeTrains {
    private SpikeTrains() {}

    /**
     * The neuron of every spike.
     *
     * @param ends exclusive end of each train, ascending
     * @param neurons the neuron of each train
     * @param spikes how many spikes there are in all
     * @throws UnreadableRecordingException if the ends do not fit the spikes
     */
    static int[] spread(long[] ends, int[] neurons, int spikes, String where) throws UnreadableRecordingException {
        int[] spread = new int[spikes];
        int start = 0;
        for (int train = 0; train < ends.length; train++) {
            if (ends[train] < start || ends[train] > spikes) {
                throw new UnreadableRecordingException(where + ": train " + train + " ends at " + ends[train]
                        + ", not between its start " + start + " and the number of spikes " + spikes);
            }
            Arrays.fill(spread, start, (int) ends[train], neurons[train]);
            start = (int) ends[train];
        }
        if (start != spikes) {
            throw new UnreadableRecordingException(
                    where + ": the trains have " + start + " spikes together, but there are " + spikes);
        }
        return spread;
    }
}
