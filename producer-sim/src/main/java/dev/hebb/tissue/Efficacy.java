package dev.hebb.tissue;

import dev.hebb.check.Check;

/**
 * Effect of Hebb's answers on a synapse of the tissue. A synapse that Hebb never reported conducts with factor 1. An
 * active one of weight w conducts with minFactor + (maxFactor − minFactor) · w; a dormant or pruned one not at all.
 *
 * @param minFactor at weight 0
 * @param maxFactor at weight 1
 * @param growthStrength strength of a synapse that grows where Hebb has formed one and the tissue has none; 0: none
 *     grow
 * @param growthSlots synapses that may grow from one neuron
 */
public record Efficacy(double minFactor, double maxFactor, double growthStrength, int growthSlots) {
    /** Strength of a grown synapse, as a share of a route's drive. Grown synapses are weak, as most synapses are. */
    private static final double GROWTH = 0.05;

    public Efficacy {
        Check.that(
                minFactor >= 0 && minFactor <= maxFactor && maxFactor <= 100,
                "efficacy factors must be 0 to 100, the smaller one first, not %s and %s",
                minFactor,
                maxFactor);
        Check.that(
                growthStrength >= 0 && growthStrength <= 10,
                "a grown synapse must have a strength of 0 to 10, not %s",
                growthStrength);
        Check.that(growthSlots >= 0 && growthSlots <= 10_000, "0 to 10000 synapses may grow from a neuron");
    }

    /** Being formed never weakens a synapse, and a fully strengthened one conducts twice as well. */
    public static Efficacy standard(CellModel model) {
        return new Efficacy(1, 2, GROWTH * model.routeDrive(), 32);
    }

    double factor(double weight) {
        return minFactor + (maxFactor - minFactor) * weight;
    }
}
