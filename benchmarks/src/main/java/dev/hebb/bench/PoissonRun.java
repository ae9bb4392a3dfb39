package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairTotals;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.util.Arrays;

/**
 * A long run of independent Poisson neurons, from 0 on, which is made window by window each time that it is read: it
 * needs the memory of one window, however long it is. The same components make the same spikes.
 *
 * @param neurons ids are 0 to neurons − 1
 * @param rateHz of each neuron
 * @param windows how long it lasts
 * @param windowMicros length of a window
 */
record PoissonRun(int neurons, double rateHz, int windows, long windowMicros, long seed) {
    /** Seeds that are near each other make sequences that begin alike. */
    private static final long SEEDS_APART = 0x9E3779B97F4A7C15L;

    /** Receives the spikes of a window. */
    @FunctionalInterface
    interface WindowReader {
        void accept(int window, SpikeSet spikes);
    }

    /** Returns the spikes of one window. */
    SpikeSet window(int window) {
        return SpikeSet.poisson(neurons, rateHz, windowMicros, (seed + window) * SEEDS_APART)
                .shifted(window * windowMicros);
    }

    /** Gives each window, in order. */
    void eachWindow(WindowReader reader) {
        for (int window = 0; window < windows; window++) {
            reader.accept(window, window(window));
        }
    }

    long micros() {
        return windows * windowMicros;
    }

    /** Returns the spikes before a time. */
    SpikeSet before(long endMicros) {
        SpikeLog log = new SpikeLog();
        for (int window = 0; window * windowMicros < Math.min(endMicros, micros()); window++) {
            window(window).before(endMicros).appendTo(log);
        }
        long[] times = new long[log.size()];
        int[] ids = new int[log.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = log.timeAt(i);
            ids[i] = log.slotAt(i);
        }
        return new SpikeSet(neurons, times, ids);
    }

    /** Returns the number of spikes. */
    long spikes() {
        long[] spikes = new long[1];
        eachWindow((window, set) -> spikes[0] += set.size());
        return spikes[0];
    }

    /** Returns the number of pairs by the contract of counting. */
    long pairs(LagAxis axis) {
        return pairs(axis, (window, posts) -> Arrays.fill(posts, true));
    }

    /** Chooses the post-synaptic neurons whose pairs are meant. */
    @FunctionalInterface
    interface PostChoice {
        /** @param posts by neuron, as it was chosen for the window before; written */
        void choose(int window, boolean[] posts);
    }

    /** Returns the number of pairs by the contract of counting, onto some neurons only. */
    long pairs(LagAxis axis, PostChoice choice) {
        PairTotals totals = new PairTotals(axis);
        SpikeLog log = new SpikeLog();
        boolean[] posts = new boolean[neurons];
        long[] pairs = new long[1];
        eachWindow((window, set) -> {
            long from = window * windowMicros;
            log.dropBefore(from - axis.reachMicros());
            set.appendTo(log);
            choice.choose(window, posts);
            pairs[0] += totals.count(log, from, from + windowMicros, posts);
        });
        return pairs[0];
    }

    /** Returns a source that feeds these spikes to a topic. */
    SpikeSource source() {
        return new SpikeSource() {
            private int next;

            @Override
            public boolean read(SpikeBlock block) {
                block.clear();
                if (next < windows) {
                    SpikeSet set = window(next++);
                    block.addAll(set.timesMicros(), set.ids(), 0, set.size());
                }
                return !block.isEmpty();
            }
        };
    }
}
