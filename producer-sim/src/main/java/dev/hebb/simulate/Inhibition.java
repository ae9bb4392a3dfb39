package dev.hebb.simulate;

/**
 * Inhibitory neurons: all their synapses suppress instead of excite (Dale's principle).
 *
 * @param fraction of the neurons that are inhibitory, 0 to 1
 * @param strength probability that a spike of an inhibitory neuron silences the neuron at the other end of a synapse
 * @param durationMicros how long it is silent then, from the synapse's lag on
 */
public record Inhibition(double fraction, double strength, long durationMicros) {
    public static final Inhibition NONE = new Inhibition(0, 0, 10_000);

    public Inhibition {
        SimulationSettings.require(
                fraction >= 0 && fraction <= 1, "the fraction of inhibitory neurons must be 0 to 1, not " + fraction);
        SimulationSettings.require(
                strength >= 0 && strength <= 1, "the strength of inhibition must be 0 to 1, not " + strength);
        SimulationSettings.require(
                durationMicros >= 1 && durationMicros <= 1_000_000, "inhibition must last 1 µs to 1 s");
    }
}
