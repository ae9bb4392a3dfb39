package dev.hebb.shard;

import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;

/** Receiver of a shard's results, in the order in which it makes them. */
public interface ShardOutputs {
    /** Windowed counts of a dendrite that had any. */
    void coFiring(CoFiringCounts counts);

    /**
     * Prepares windowed counts for being received. Workers call this, several at once and in any order, so that it may
     * only compute.
     *
     * @return receives them, on the thread of the shard and in the order of its results
     */
    default Runnable prepared(CoFiringCounts counts) {
        return () -> coFiring(counts);
    }

    /** A transition of a synapse. */
    void change(WindowContext context, int post, SynapseChange change);

    /** A dendrite as it is after a window, where subscribers should see its new state. */
    void dendrite(long window, long atMicros, int post, DendriteSynapses synapses);

    /** Reports a modulation of the network; called by one of its shards. */
    void notice(NetworkNotice notice);

    /** A window is closed: the last word on it. */
    void closed(WindowTotals totals, NeuronReport report);
}
