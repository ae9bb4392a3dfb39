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
                throw new UnreadableRecordingException(where + ": " + misfit(ends, train, start, spikes));
            }
            Arrays.fill(spread, start, (int) ends[train], neurons[train]);
            start = (int) ends[train];
        }
        if (start != spikes) {
            throw new UnreadableRecordingException(where + ": " + misfit(ends, ends.length, start, spikes));
        }
        return spread;
    }

    /** What is wrong with the end of a train, or if it is none of them, with the last one. */
    private static String misfit(long[] ends, int train, int start, int spikes) {
        boolean areCounts = Arrays.stream(ends).noneMatch(end -> end < 0)
                && Arrays.stream(ends).sum() == spikes;
        if (areCounts) {
            return "these are the numbers of spikes of each train, and not where each ends; add them up, as numpy.cumsum"
                    + " does";
        } else if (train == ends.length) {
            return "the trains have " + start + " spikes together, but there are " + spikes
                    + ", so that it is not known whose the others are";
        } else if (ends[train] > spikes) {
            return "train " + train + " ends at " + ends[train] + ", but there are only " + spikes
                    + " spikes: is the file whole?";
        }
        return "train " + train + " ends at " + ends[train] + ", before it begins at " + start
                + ", where the one before it ends: the ends must not go down";
    }
}
