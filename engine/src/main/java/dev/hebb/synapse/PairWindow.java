package dev.hebb.synapse;

import dev.hebb.evidence.Histogram;
import dev.hebb.rule.PairTrains;

/**
 * Observations of one synapse in one window.
 *
 * @param histogram two-sided counts of the pairs whose later spike lies in the window; one array may serve all
 * @param preSpikes spikes of the pre-synaptic neuron in the window
 * @param postSpikes spikes of the post-synaptic neuron in the window
 * @param lastCausalMicros event time of the post-synaptic spike of the latest pair at the synapse's lag, or
 *     {@link #NEVER}
 * @param trains the spikes themselves
 */
public record PairWindow(Histogram histogram, int preSpikes, int postSpikes, long lastCausalMicros, PairTrains trains) {
    /** No causal pair at the synapse's lag in this window. */
    public static final long NEVER = Long.MIN_VALUE;
}
