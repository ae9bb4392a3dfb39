package dev.hebb.shard;

import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;

/** Receiver of a shard's results, in the order in which it makes them. */
public interface ShardOutputs {
    /** Windowed counts of a dendrite that had any. */
    void coFiring(CoFiringCounts counts);

    /** A transition of a synapse. */
    void change(WindowContext context, int post, SynapseChange change);

    /** A dendrite as it is after a window, where subscribers should see its new state. */
    void dendrite(long window, long atMicros, int post, DendriteSynapses synapses);

    /** Reports a modulation of the network; called by one of its shards. */
    void notice(NetworkNotice notice);

    /** A window is closed: the last word on it. */
    void closed(WindowTotals totals, NeuronReport report);
}
