package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairTotals;
import dev.hebb.cofiring.SpikeLog;
import java.util.Arrays;

/**
 * Calendar of recounts, which says which pairs a run of Hebb has counted when its last window is closed: each dendrite
 * is recounted once in so many windows, and what came after its last recount is still to be counted. A measurement may
 * claim only what was counted.
 */
final class Turns {
    private final int every;
    private final long windows;

    Turns(int judgeEveryWindows, long windows) {
        this.every = judgeEveryWindows;
        this.windows = windows;
    }

    /** Pairs onto dendrites whose turn came in their window or after. */
    long pairsCounted(SpikeSet spikes, LagAxis axis, long windowMicros) {
        long[] lastTurns = lastTurns(ranks(spikes));
        SpikeLog log = spikes.log();
        PairTotals totals = new PairTotals(axis);
        boolean[] counted = new boolean[spikes.neurons()];
        long pairs = 0;
        for (long window = 0; window < windows; window++) {
            for (int neuron = 0; neuron < counted.length; neuron++) {
                counted[neuron] = lastTurns[neuron] >= window;
            }
            pairs += totals.count(log, window * windowMicros, (window + 1) * windowMicros, counted);
        }
        return pairs;
    }

    /** Returns for each neuron the last window at whose end it was recounted; −1 for never. */
    private long[] lastTurns(int[] ranks) {
        return Arrays.stream(ranks)
                .mapToLong(rank -> {
                    long last = windows - 1 - Math.floorMod(windows - 1 - rank, (long) every);
                    return rank < 0 || last < 0 ? -1 : last;
                })
                .toArray();
    }

    /** Returns for each neuron the number of moments of first spikes before its own; −1 if it never fires. */
    private static int[] ranks(SpikeSet spikes) {
        int[] ranks = new int[spikes.neurons()];
        Arrays.fill(ranks, -1);
        int rank = -1;
        long moment = -1;
        for (int i = 0; i < spikes.size(); i++) {
            if (ranks[spikes.ids()[i]] < 0) {
                rank += spikes.timesMicros()[i] > moment ? 1 : 0;
                moment = spikes.timesMicros()[i];
                ranks[spikes.ids()[i]] = rank;
            }
        }
        return ranks;
    }
}
