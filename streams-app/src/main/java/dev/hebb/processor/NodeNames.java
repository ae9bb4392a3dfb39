package dev.hebb.processor;

/** Names of the topology's nodes. They are in logs and metrics, and in the names of internal topics. */
public final class NodeNames {
    /** The processor that spikes and control events enter. */
    public static final String ARRIVALS = "arrivals";
    /** Puts spikes in order, network by network. */
    public static final String FRAMING = "framing";
    /** Frames on their way to every shard; names the internal topic. */
    public static final String FRAMES = "frames";
    /** Counts and learns, shard by shard. */
    public static final String DENDRITES = "dendrites";
    /** The reports of shards about their neurons; names the internal topic. */
    public static final String REPORTS = "reports";
    /** Prunes neurons, network by network. */
    public static final String CENSUS = "census";

    public static final String SPIKES_REROUTED_SINK = "spikes-rerouted-sink";
    public static final String REJECTED_SPIKES_SINK = "rejected-spikes-sink";
    public static final String COMMAND_ANSWERS_SINK = "command-answers-sink";
    public static final String CO_FIRING_SINK = "co-firing-sink";
    public static final String DENDRITES_SINK = "dendrites-sink";
    public static final String SYNAPSE_EVENTS_SINK = "synapse-events-sink";
    public static final String PRUNING_EVENTS_SINK = "pruning-events-sink";
    public static final String NEURON_PRUNING_SINK = "neuron-pruning-sink";
    public static final String NETWORK_WINDOWS_SINK = "network-windows-sink";

    public static final String NETWORK_EVENTS_SINK = "network-events-sink";

    private NodeNames() {}
}
