package dev.hebb.rule;

import dev.hebb.check.Check;

/**
 * Constants of spike-timing-dependent plasticity. The learning rate of the stage multiplies both amplitudes.
 *
 * @param tauPlusMicros τ₊: how long after a pre-synaptic spike a post-synaptic one still strengthens, 1/e
 * @param tauMinusMicros τ₋: how long after a post-synaptic spike a pre-synaptic one still weakens, 1/e
 * @param plus A₊: weight gained per pair, in [0, 1]
 * @param minus A₋: weight lost per pair, in [0, 1]
 * @param muPlus μ₊: gain is proportional to (1 − w)^μ₊; 0 additive, 1 multiplicative; in [0, 10]
 * @param muMinus μ₋: loss is proportional to w^μ₋, likewise
 * @param dendriticDelayMicros a post-synaptic spike acts on the synapse so much later; less than the lags reach
 */
public record StdpConstants(
        long tauPlusMicros,
        long tauMinusMicros,
        double plus,
        double minus,
        double muPlus,
        double muMinus,
        int dendriticDelayMicros) {
    private static final long LONGEST_TAU_MICROS = 10_000_000;
    private static final double LARGEST_EXPONENT = 10;

    public StdpConstants {
        tau("tauPlusMicros", tauPlusMicros);
        tau("tauMinusMicros", tauMinusMicros);
        Check.that(plus >= 0 && plus <= 1, "plus is %s: the weight gained per pair lies in [0, 1]", plus);
        Check.that(minus >= 0 && minus <= 1, "minus is %s: the weight lost per pair lies in [0, 1]", minus);
        exponent("muPlus", muPlus);
        exponent("muMinus", muMinus);
        Check.that(dendriticDelayMicros >= 0, "dendriticDelayMicros is %d, negative", dendriticDelayMicros);
    }

    /**
     * Additive, with a little more loss than gain (Song, Miller and Abbott 2000: τ 20 ms, A₋/A₊ 1.05): pairs of chance
     * weaken, so that an unused synapse decays. Multiplicative rules (NEST's default) hold the weight of an
     * unused synapse near 1/2 instead.
     */
    public static StdpConstants standard() {
        return new StdpConstants(20_000, 20_000, 0.01, 0.0105, 0, 0, 0);
    }

    private static void tau(String name, long micros) {
        Check.that(
                micros > 0 && micros <= LONGEST_TAU_MICROS,
                "%s is %d: a time constant lies between 1 and %d µs",
                name,
                micros,
                LONGEST_TAU_MICROS);
    }

    private static void exponent(String name, double mu) {
        Check.that(mu >= 0 && mu <= LARGEST_EXPONENT, "%s is %s: an exponent lies in [0, 10]", name, mu);
    }
}
