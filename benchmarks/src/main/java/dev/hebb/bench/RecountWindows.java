package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import java.util.Arrays;

/**
 * Calendar of recounts, which says which pairs a run of Hebb has counted when its last window is closed: each dendrite
 * is recounted once in each round of windows, and what came after its last recount is still to be counted. A
 * measurement may claim only what was counted.
 */
final class RecountWindows {
    private final int every;

    RecountWindows(int judgeEveryWindows) {
        this.every = judgeEveryWindows;
    }

    /** Pairs onto dendrites whose turn came in their window or after. */
    long pairsCounted(PoissonRun run, LagAxis axis) {
        long[] lastTurns = lastTurns(ranks(run), run.windows());
        return run.pairs(axis, (window, counted) -> {
            for (int neuron = 0; neuron < counted.length; neuron++) {
                counted[neuron] = lastTurns[neuron] >= window;
            }
        });
    }

    /** Returns for each neuron the last window at whose end it was recounted; −1 for never. */
    private long[] lastTurns(int[] ranks, int windows) {
        return Arrays.stream(ranks)
                .mapToLong(rank -> {
                    long last = windows - 1 - Math.floorMod(windows - 1 - rank, (long) every);
                    return rank < 0 || last < 0 ? -1 : last;
                })
                .toArray();
    }

    /** Returns for each neuron the number of moments of first spikes before its own; −1 if it never fires. */
    private static int[] ranks(PoissonRun run) {
        int[] ranks = new int[run.neurons()];
        Arrays.fill(ranks, -1);
        FirstSpikes first = new FirstSpikes(ranks);
        run.eachWindow((window, spikes) -> first.take(spikes));
        return ranks;
    }

    private static final class FirstSpikes {
        private final int[] ranks;
        private int rank = -1;
        private long moment = -1;

        FirstSpikes(int[] ranks) {
            this.ranks = ranks;
        }

        void take(SpikeSet spikes) {
            for (int i = 0; i < spikes.size(); i++) {
                if (ranks[spikes.ids()[i]] < 0) {
                    rank += spikes.timesMicros()[i] > moment ? 1 : 0;
                    moment = spikes.timesMicros()[i];
                    ranks[spikes.ids()[i]] = rank;
                }
            }
        }
    }
}
