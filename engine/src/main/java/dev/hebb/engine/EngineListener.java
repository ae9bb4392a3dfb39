package dev.hebb.engine;

import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.WindowTotals;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;

/** Outputs of a shard for those who want only some of them: what is not overridden is passed over. */
public interface EngineListener extends ShardOutputs {
    @Override
    default void coFiring(CoFiringCounts counts) {}

    @Override
    default void change(WindowContext context, int post, SynapseChange change) {}

    @Override
    default void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {}

    @Override
    default void notice(NetworkNotice notice) {}

    @Override
    default void closed(WindowTotals totals, NeuronReport report) {}
}
