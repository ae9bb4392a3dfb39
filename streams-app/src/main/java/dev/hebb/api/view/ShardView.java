package dev.hebb.api.view;

import java.util.List;
import java.util.Optional;

/**
 * One shard's answers, as of now. Safe to ask from any thread. Every method throws {@link NotReadyException} while the
 * shard moves or restores.
 */
public interface ShardView {
    /** Returns the number of the shard, from 0. */
    int shard();

    /** Returns this shard's part of every network that it knows, in no order. */
    List<NetworkPart> networks();

    /** Returns this shard's part of a network; empty if it does not know the network. */
    Optional<NetworkPart> network(String network);

    /** The dendrite of a neuron of this shard; empty if no spike of it was ever seen. */
    Optional<Dendrite> dendrite(String network, int post);

    /** Every synapse onto a neuron of this shard, in no order. */
    List<SynapseView> synapses(String network);

    /**
     * Returns every synapse onto a neuron of this shard that starts at a given neuron, which may belong to any shard.
     */
    List<SynapseView> synapsesFrom(String network, int pre);

    /**
     * Returns the evidence of an ordered pair beyond single windows; empty if neither histogram nor synapse is kept.
     */
    Optional<PairEvidence> evidence(String network, int pre, int post);

    /**
     * Counts of an ordered pair in the last closed windows that are kept, oldest first; windows without a count too.
     */
    List<PairCounts> windows(String network, int pre, int post);
}
