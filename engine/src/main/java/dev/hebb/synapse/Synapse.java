package dev.hebb.synapse;

import dev.hebb.check.Check;

/**
 * One synapse of a dendrite, as a value: what a row holds of it.
 *
 * @param pre pre-synaptic neuron
 * @param weight in [0, 1]
 * @param state active or dormant
 * @param maskReason why it is dormant, NONE if it is active
 * @param lagBin first lag bin of its peak
 * @param widthBins how many bins the peak spans
 * @param inhibitory whether the post-synaptic neuron fires less, not more, after the pre-synaptic one
 * @param z its evidence at the last judgement
 * @param lift how many times more pairs its peak holds than chance explains, at the last judgement
 * @param useLogOdds log odds, from the windows since it last changed state, that it is used and not just chance
 * @param firstMemory what the learning rule remembers of it; 0 at first
 * @param secondMemory what else the learning rule remembers of it; 0 at first
 * @param formedAtMicros event time
 * @param lastCoFiredAtMicros event time of the latest causal pair at its lag; formedAtMicros if there was none since
 * @param dormantSinceObservedMicros observed time of the network at which it fell dormant, 0 if it is active
 * @param lastUsedObservedMicros observed time of the network at which it last co-fired above chance
 */
public record Synapse(
        int pre,
        double weight,
        SynapseState state,
        MaskReason maskReason,
        int lagBin,
        int widthBins,
        boolean inhibitory,
        double z,
        double lift,
        double useLogOdds,
        double firstMemory,
        double secondMemory,
        long formedAtMicros,
        long lastCoFiredAtMicros,
        long dormantSinceObservedMicros,
        long lastUsedObservedMicros) {
    public Synapse {
        Check.that(pre >= 0, "pre is %d: a neuron is not negative", pre);
        Check.that(weight >= 0 && weight <= 1, "weight is %s: it must lie in [0, 1]", weight);
        Check.that(
                (state == SynapseState.ACTIVE) == (maskReason == MaskReason.NONE),
                "an %s synapse cannot have mask reason %s",
                state,
                maskReason);
        Check.that(lagBin >= 0 && widthBins >= 1, "lagBin %d and widthBins %d are no peak", lagBin, widthBins);
    }
}
