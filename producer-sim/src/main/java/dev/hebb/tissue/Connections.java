package dev.hebb.tissue;

import dev.hebb.check.Check;

/**
 * Random wiring of neurons. Strengths are in units of the least synapse that makes a resting cell fire by itself.
 *
 * @param withinArea probability that a neuron has a synapse onto another one of its area
 * @param betweenAreas probability that a neuron has a synapse onto one of another area; only excitatory neurons have
 *     these
 * @param excitatory mean strength of an excitatory synapse; each is drawn from half to one and a half of it
 * @param inhibitory the same for inhibitory ones
 * @param minDelayMicros shortest conduction delay
 * @param maxDelayMicros longest conduction delay, inclusive
 */
public record Connections(
        double withinArea,
        double betweenAreas,
        double excitatory,
        double inhibitory,
        long minDelayMicros,
        long maxDelayMicros) {
    private static final long LONGEST_MICROS = 100_000;
    private static final double STRONGEST = 10;

    /** Synapses onto a neuron that the default aims at, whatever the size of the tissue. */
    private static final double FAN_IN = 100;

    private static final double STRENGTH = 0.15;
    private static final double INHIBITION = 4;

    public Connections {
        Check.that(isProbability(withinArea), "the probability within an area must be 0 to 1, not %s", withinArea);
        Check.that(isProbability(betweenAreas), "the probability between areas must be 0 to 1, not %s", betweenAreas);
        Check.that(
                excitatory >= 0 && excitatory <= STRONGEST,
                "excitatory synapses must have a strength of 0 to 10, not %s",
                excitatory);
        Check.that(
                inhibitory >= 0 && inhibitory <= STRONGEST,
                "inhibitory synapses must have a strength of 0 to 10, not %s",
                inhibitory);
        Check.that(
                minDelayMicros >= 1 && minDelayMicros <= maxDelayMicros && maxDelayMicros <= LONGEST_MICROS,
                "delays must be 1 µs to 100 ms, the shorter one first, not %d and %d µs",
                minDelayMicros,
                maxDelayMicros);
    }

    /** No synapse but those of routes. */
    public static Connections none() {
        return new Connections(0, 0, 0, 0, 1_000, 5_000);
    }

    /**
     * A tenth of all pairs, and in large tissue about a hundred synapses onto each neuron, with delays of 1 to 5 ms.
     * The strength falls with the root of their number, as it must for input that neither dies out nor explodes with
     * size (van Vreeswijk and Sompolinsky 1996), and like the routes' with the model.
     */
    public static Connections standard(CellModel model, int neurons) {
        double within = Math.min(0.1, FAN_IN / neurons);
        double strength = STRENGTH * model.routeDrive() / Math.sqrt(Math.max(1, within * neurons));
        return new Connections(within, within / 4, strength, INHIBITION * strength, 1_000, 5_000);
    }

    private static boolean isProbability(double value) {
        return value >= 0 && value <= 1;
    }
}
