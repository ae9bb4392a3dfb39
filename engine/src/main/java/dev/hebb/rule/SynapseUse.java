package dev.hebb.rule;

/**
 * Use of a synapse in one window.
 *
 * @param causal spike pairs at the synapse's lag
 * @param chance how many of them chance explains, from the window's own histogram
 * @param preSpikes spikes of the pre-synaptic neuron
 * @param postSpikes spikes of the post-synaptic neuron
 * @param inhibitory whether it shows itself by pairs that are missing, not by pairs beyond chance
 * @param window when that was
 * @param trains the spikes themselves
 */
public record SynapseUse(
        double causal,
        double chance,
        int preSpikes,
        int postSpikes,
        boolean inhibitory,
        WindowTimes window,
        PairTrains trains) {
    private static final double SECOND = 1e6;

    /** Pairs that speak for the synapse beyond chance: those too many, or of an inhibitory one those missing. */
    double excess() {
        return inhibitory ? chance - causal : causal - chance;
    }

    /** Pairs that the synapse made: the causal ones, or of an inhibitory one those it prevented. */
    double pairs() {
        return inhibitory ? Math.max(0, chance - causal) : causal;
    }

    /** A count as a rate, in units of a reference rate; 0 of an unobserved window. */
    double relativeRate(double count, double referenceRateHz) {
        double seconds = window.observedMicros() / SECOND;
        return seconds == 0 ? 0 : count / (seconds * referenceRateHz);
    }
}
