package dev.hebb.shard;

/** Receives the reports of shards: what connects shards with the census, directly or through a topic. */
public interface ReportSink {
    /** The report of a shard on its network's next closed window. */
    void report(String network, int shard, NeuronReport report);

    /** A shard has forgotten the network: its next report is of a new network of the same name. */
    void forget(String network, int shard);
}
