package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairTotals;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.util.Arrays;
import java.util.Random;

/**
 * Spikes in order of time, from 0 on, which are the same for every way of counting.
 *
 * @param neurons ids are 0 to neurons − 1
 * @param timesMicros time of each spike
 * @param ids neuron of each spike
 */
record SpikeSet(int neurons, long[] timesMicros, int[] ids) {
    private static final int BLOCK_SPIKES = 8192;
    private static final int NEURON_BITS = 20;

    /**
     * Returns spikes of independent Poisson neurons; exact duplicates left out. The same arguments make the same
     * spikes.
     */
    static SpikeSet poisson(int neurons, double rateHz, long durationMicros, long seed) {
        Random random = new Random(seed);
        long[] spikes = new long[Math.toIntExact(Math.round(neurons * rateHz * durationMicros / 1e6))];
        for (int i = 0; i < spikes.length; i++) {
            long time = (long) (random.nextDouble() * durationMicros);
            spikes[i] = (time << NEURON_BITS) | random.nextInt(neurons);
        }
        Arrays.sort(spikes);
        int kept = 0;
        for (long spike : spikes) {
            if (kept == 0 || spikes[kept - 1] != spike) {
                spikes[kept++] = spike;
            }
        }
        long[] times = new long[kept];
        int[] ids = new int[kept];
        for (int i = 0; i < kept; i++) {
            times[i] = spikes[i] >> NEURON_BITS;
            ids[i] = (int) (spikes[i] & ((1 << NEURON_BITS) - 1));
        }
        return new SpikeSet(neurons, times, ids);
    }

    int size() {
        return ids.length;
    }

    /** Returns the spikes before a time. */
    SpikeSet before(long endMicros) {
        int end = Arrays.binarySearch(timesMicros, endMicros);
        int size = end < 0 ? -end - 1 : end;
        return new SpikeSet(neurons, Arrays.copyOf(timesMicros, size), Arrays.copyOf(ids, size));
    }

    /** Returns the number of windows up to that of the last spike. */
    long windows(long windowMicros) {
        return size() == 0 ? 0 : timesMicros[size() - 1] / windowMicros + 1;
    }

    /** Returns the same spikes, so much later. */
    SpikeSet shifted(long micros) {
        return new SpikeSet(
                neurons, Arrays.stream(timesMicros).map(time -> time + micros).toArray(), ids);
    }

    SpikeLog log() {
        SpikeLog log = new SpikeLog();
        appendTo(log);
        return log;
    }

    void appendTo(SpikeLog log) {
        for (int i = 0; i < size(); i++) {
            log.append(timesMicros[i], ids[i]);
        }
    }

    /** Returns the number of pairs by the contract of counting. */
    long pairs(LagAxis axis) {
        boolean[] all = new boolean[neurons];
        Arrays.fill(all, true);
        return size() == 0 ? 0 : new PairTotals(axis).count(log(), 0, timesMicros[size() - 1] + 1, all);
    }

    /** Returns a source that feeds these spikes to a topic. */
    SpikeSource source() {
        return new SpikeSource() {
            private int next;

            @Override
            public boolean read(SpikeBlock block) {
                block.clear();
                int end = Math.min(size(), next + BLOCK_SPIKES);
                block.addAll(timesMicros, ids, next, end);
                next = end;
                return !block.isEmpty();
            }
        };
    }
}
