package dev.hebb.topology;

import dev.hebb.client.TopicNames;
import dev.hebb.config.HebbConfig;
import dev.hebb.processor.CensusProcessor;
import dev.hebb.processor.DendriteProcessor;
import dev.hebb.processor.FramingProcessor;
import dev.hebb.processor.NetworkPartitioner;
import dev.hebb.processor.NodeNames;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.store.StoreNames;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The graph, from top to bottom:
 *
 * <pre>
 *  spikes, spikes-rerouted, control
 *       │ arrivals
 *    framing ─────────▶ rejected-spikes, spikes-rerouted, network-events
 *       │ frames (internal topic, one partition a shard)
 *    dendrites ───────▶ co-firing, dendrites, synapse-events, pruning-events, network-windows,
 *       │                 network-events
 *       │ reports (internal topic)
 *    census ──────────▶ pruning-events
 * </pre>
 *
 * The two hand-overs are repartition topics of Kafka Streams and not topics of ours, because Kafka Streams deletes from
 * them what is consumed, and nothing before.
 */
public final class HebbTopology {
    private static final String[] SHARD_STORES = {
        StoreNames.SPIKE_LOG,
        StoreNames.SHARD_PROGRESS,
        StoreNames.SYNAPSES,
        StoreNames.HISTOGRAMS,
        StoreNames.CO_FIRING_WINDOWS
    };
    private static final List<String> STORES = Stream.concat(
                    Stream.of(StoreNames.FRAMING, StoreNames.CENSUS), Arrays.stream(SHARD_STORES))
            .toList();

    private HebbTopology() {}

    /**
     * Builds the topology.
     *
     * @param config of the pipeline
     * @param topics names of the topics
     * @param spikePartitions partitions of the topic of spikes, which those of rerouted spikes and control share
     * @param registry schema registry, shared by all tasks
     * @param metrics told once a frame and once a window
     */
    public static Topology build(
            HebbConfig config,
            TopicNames topics,
            int spikePartitions,
            SchemaRegistryClient registry,
            PipelineMetrics metrics) {
        StreamsBuilder builder = new StreamsBuilder();
        STORES.forEach(name -> builder.addStateStore(StoreBuilders.cached(name)));
        KStream<byte[], byte[]> arrivals = builder.stream(
                List.of(topics.spikes(), topics.spikesRerouted(), topics.control()),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(NodeNames.ARRIVALS));
        KStream<byte[], byte[]> frames = arrivals.process(
                () -> new FramingProcessor(
                        config.framing(), config.shard().shards(), topics, spikePartitions, registry, metrics),
                Named.as(NodeNames.FRAMING),
                StoreNames.FRAMING);
        KStream<String, byte[]> reports = handOver(
                        frames, NodeNames.FRAMES, perShard(config.shard().shards()))
                .process(
                        () -> new DendriteProcessor(config.shard(), config.learning(), topics, registry, metrics),
                        Named.as(NodeNames.DENDRITES),
                        SHARD_STORES);
        handOver(
                        reports,
                        NodeNames.REPORTS,
                        Repartitioned.<String, byte[]>as(NodeNames.REPORTS).withKeySerde(Serdes.String()))
                .process(
                        () -> new CensusProcessor(config.census(), topics, registry, metrics),
                        Named.as(NodeNames.CENSUS),
                        StoreNames.CENSUS);
        return withSinks(builder.build(), topics);
    }

    private static Topology withSinks(Topology topology, TopicNames topics) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        topology.addSink(
                NodeNames.SPIKES_REROUTED_SINK,
                topics.spikesRerouted(),
                bytes,
                bytes,
                new NetworkPartitioner(),
                NodeNames.FRAMING);
        topology.addSink(NodeNames.REJECTED_SPIKES_SINK, topics.rejectedSpikes(), bytes, bytes, NodeNames.FRAMING);
        topology.addSink(NodeNames.COMMAND_ANSWERS_SINK, topics.networkEvents(), bytes, bytes, NodeNames.FRAMING);
        sink(topology, NodeNames.CO_FIRING_SINK, topics.coFiring(), NodeNames.DENDRITES);
        sink(topology, NodeNames.DENDRITES_SINK, topics.dendrites(), NodeNames.DENDRITES);
        sink(topology, NodeNames.SYNAPSE_EVENTS_SINK, topics.synapseEvents(), NodeNames.DENDRITES);
        sink(topology, NodeNames.PRUNING_EVENTS_SINK, topics.pruningEvents(), NodeNames.DENDRITES);
        sink(topology, NodeNames.NETWORK_WINDOWS_SINK, topics.networkWindows(), NodeNames.DENDRITES);
        sink(topology, NodeNames.NETWORK_EVENTS_SINK, topics.networkEvents(), NodeNames.DENDRITES);
        sink(topology, NodeNames.NEURON_PRUNING_SINK, topics.pruningEvents(), NodeNames.CENSUS);
        return topology;
    }

    private static Repartitioned<byte[], byte[]> perShard(int shards) {
        return Repartitioned.<byte[], byte[]>as(NodeNames.FRAMES)
                .withKeySerde(Serdes.ByteArray())
                .withNumberOfPartitions(shards)
                .withStreamPartitioner(new FramePartitioner());
    }

    /** A named node that passes records on to an internal topic: what is forwarded to it by name goes only there. */
    private static <K> KStream<K, byte[]> handOver(
            KStream<K, byte[]> from, String name, Repartitioned<K, byte[]> through) {
        return from.filter((key, value) -> true, Named.as(name))
                .repartition(through.withValueSerde(Serdes.ByteArray()));
    }

    private static void sink(Topology topology, String name, String topic, String parent) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), parent);
    }
}
