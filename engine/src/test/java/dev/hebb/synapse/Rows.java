package dev.hebb.synapse;

import dev.hebb.evidence.Correlograms;
import dev.hebb.rule.ArrayTrains;
import java.util.Arrays;

/** Dendrites, and windows of one pair, for tests. */
public final class Rows {
    private Rows() {}

    /** An active synapse at lag 3 whose peak is three times chance. */
    public static Synapse active(int pre, double weight) {
        return SynapseBuilder.of(pre).weight(weight).build();
    }

    static Synapse dormant(int pre, double weight, MaskReason reason, int sinceWindow) {
        long since = (sinceWindow + 1) * WindowContexts.WINDOW_MICROS;
        return SynapseBuilder.of(pre).weight(weight).masked(reason, since).build();
    }

    public static DendriteSynapses row(Synapse... synapses) {
        DendriteSynapses row = new DendriteSynapses();
        for (Synapse synapse : synapses) {
            row.add(synapse);
        }
        return row;
    }

    /** A window of flat chance, with this many pairs more at lag 3. */
    static PairWindow seen(int level, int extra) {
        int[] counts = new int[2 * Correlograms.LAG_BINS];
        Arrays.fill(counts, level);
        return new PairWindow(
                Correlograms.histogram(Correlograms.withPeak(counts, 3, 1, extra)),
                50,
                50,
                PairWindow.NEVER,
                new ArrayTrains());
    }
}
