package dev.hebb.shard;

import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.List;

/**
 * Result of a step for one dendrite.
 *
 * @param post post-synaptic neuron
 * @param context the window in which its transitions are published
 * @param row the dendrite after it
 * @param changes its transitions, in order
 * @param save whether the row is to be saved
 * @param publish whether the row is to be published
 */
record DendriteUpdate(
        int post,
        WindowContext context,
        DendriteSynapses row,
        List<SynapseChange> changes,
        boolean save,
        boolean publish) {
    /** Slots of the pre-synaptic neurons whose synapses were pruned, in order of the changes. */
    int[] prunedSlots(Neurons neurons) {
        return changes.stream()
                .filter(change -> change.kind() == ChangeKind.PRUNED)
                .mapToInt(change -> neurons.find(change.synapse().pre()))
                .toArray();
    }
}
