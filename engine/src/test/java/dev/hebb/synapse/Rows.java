package dev.hebb.synapse;

import dev.hebb.evidence.Correlograms;
import dev.hebb.rule.ArrayTrains;
import dev.hebb.rule.StageConstants;
import dev.hebb.rule.WindowContext;
import java.util.Arrays;

/** Dendrites, windows and stages to live through in tests. */
public final class Rows {
    public static final long WINDOW_MICROS = 10_000_000;

    private Rows() {}

    /** Rate 0.5, τ 400 s, 0.3 to start with, masked below 0.16, three synapses at most, a term of five windows. */
    public static StageConstants stage() {
        return new StageConstants(
                "TEST", 0.5, 400_000_000, 0.3, 0.16, 3, 5 * WINDOW_MICROS, 3, true, 60 * WINDOW_MICROS);
    }

    public static WindowContext window(int number) {
        long start = number * WINDOW_MICROS;
        return new WindowContext(number, start, start + WINDOW_MICROS, WINDOW_MICROS, start + WINDOW_MICROS, stage());
    }

    /** An active synapse at lag 3 whose peak is three times chance. */
    public static Synapse active(int pre, double weight) {
        return new Synapse(pre, weight, SynapseState.ACTIVE, MaskReason.NONE, 3, 1, false, 8, 3, 0, 0, 0, 0, 0, 0, 0);
    }

    static Synapse dormant(int pre, double weight, MaskReason reason, int sinceWindow) {
        long since = (sinceWindow + 1) * WINDOW_MICROS;
        return new Synapse(pre, weight, SynapseState.DORMANT, reason, 3, 1, false, 8, 3, 0, 0, 0, 0, 0, since, 0);
    }

    public static DendriteSynapses row(Synapse... synapses) {
        DendriteSynapses row = new DendriteSynapses();
        for (Synapse synapse : synapses) {
            row.add(synapse);
        }
        return row;
    }

    /** A window of flat chance, with so many pairs more at lag 3. */
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
