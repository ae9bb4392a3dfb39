package dev.hebb.store;

/** Names of the state stores: they name changelog topics too, so a name is for ever. */
public final class StoreNames {
    /** Frames whose spikes are still needed. Key: network, seq. */
    public static final String SPIKE_LOG = "spike-log";
    /** State of a shard of a network. Keys: network (progress), and network, part (control, neurons in blocks). */
    public static final String SHARD_PROGRESS = "shard-progress";
    /** Synapses, one row a dendrite. Key: network, post. */
    public static final String SYNAPSES = "synapses";
    /** Cumulative histograms of a dendrite, in blocks of pre-synaptic slots. Key: network, post, block. */
    public static final String HISTOGRAMS = "histograms";
    /**
     * Windowed co-firing counts that earlier versions kept. Nothing is written to it, but its name is that of a
     * changelog. Key: network, post, window modulo kept.
     */
    public static final String CO_FIRING_WINDOWS = "co-firing-windows";
    /** Arrivals and clock of a network. */
    public static final String FRAMING = "framing";
    /** Degrees of a network's neurons, and reports that wait for other shards. */
    public static final String CENSUS = "census";

    private StoreNames() {}
}
