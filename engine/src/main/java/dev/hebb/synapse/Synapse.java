package dev.hebb.synapse;

import dev.hebb.check.Check;
import dev.hebb.rule.RuleMemory;

/**
 * One synapse of a dendrite, as a value: what a row holds of it.
 *
 * @param pre pre-synaptic neuron
 * @param weight in [0, 1]
 * @param maskReason why it is dormant, NONE if it is active
 * @param peak where and how clearly it shows itself
 * @param useLogOdds log odds, from the windows since it last changed state, that it is used and not just chance
 * @param memory what the learning rule remembers of it
 * @param times when it formed, and when it was last used
 */
public record Synapse(
        int pre,
        double weight,
        MaskReason maskReason,
        Peak peak,
        double useLogOdds,
        RuleMemory memory,
        SynapseTimes times) {
    public Synapse {
        Check.that(pre >= 0, "pre is %d: a neuron is not negative", pre);
        Check.that(weight >= 0 && weight <= 1, "weight is %s: it must lie in [0, 1]", weight);
    }

    /** Active unless there is a reason why it is dormant. */
    public SynapseState state() {
        return maskReason == MaskReason.NONE ? SynapseState.ACTIVE : SynapseState.DORMANT;
    }
}
