package dev.hebb.topology;

import dev.hebb.client.TopicNames;
import dev.hebb.config.HebbConfig;
import dev.hebb.processor.CensusProcessor;
import dev.hebb.processor.DendriteProcessor;
import dev.hebb.processor.FramingProcessor;
import dev.hebb.processor.NetworkPartitioner;
import dev.hebb.processor.NodeNames;
import dev.hebb.processor.TaskLayout;
import dev.hebb.processor.TaskServices;
import dev.hebb.store.StoreNames;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
 *       │ frames
 *    dendrites ───────▶ co-firing, dendrites, synapse-events, pruning-events, network-windows,
 *       │                 network-events
 *       │ reports
 *    census ──────────▶ pruning-events
 * </pre>
 *
 * With one shard, these are one sub-topology: frames and reports are passed on in memory, and a spike and its pruning
 * event are one transaction. With several shards, frames and reports go through internal topics. These are repartition
 * topics of Kafka Streams and not topics of ours, because Kafka Streams deletes from them what is consumed, and nothing
 * before.
 */
public final class HebbTopology {
    private static final String[] SHARD_STORES = {
        StoreNames.SPIKE_LOG,
        StoreNames.SHARD_PROGRESS,
        StoreNames.SYNAPSES,
        StoreNames.HISTOGRAMS,
        StoreNames.CO_FIRING_WINDOWS
    };

    private final HebbConfig config;
    private final TaskLayout layout;
    private final TaskServices services;
    private final TopicNames topics;

    private HebbTopology(HebbConfig config, TaskLayout layout, TaskServices services) {
        this.config = config;
        this.layout = layout;
        this.services = services;
        this.topics = services.topics();
    }

    /**
     * Builds the topology.
     *
     * @param config of the pipeline
     * @param layout which task has what
     * @param services shared by all tasks
     */
    public static Topology build(HebbConfig config, TaskLayout layout, TaskServices services) {
        HebbTopology graph = new HebbTopology(config, layout, services);
        return graph.withSinks(layout.isOneTask() ? graph.oneTask() : graph.shards());
    }

    /** Framing, dendrites and census of a network as one task. */
    private Topology oneTask() {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Topology topology = new Topology()
                .addSource(NodeNames.ARRIVALS, bytes, bytes, sources().toArray(new String[0]))
                .addProcessor(NodeNames.FRAMING, this::framing, NodeNames.ARRIVALS)
                .addProcessor(
                        NodeNames.DENDRITES,
                        () -> DendriteProcessor.inOneTask(config, layout, services),
                        NodeNames.FRAMING)
                .addProcessor(NodeNames.CENSUS, () -> CensusProcessor.inOneTask(config, services), NodeNames.DENDRITES)
                .addStateStore(StoreBuilders.of(StoreNames.FRAMING), NodeNames.FRAMING)
                .addStateStore(StoreBuilders.of(StoreNames.CENSUS), NodeNames.CENSUS);
        for (String store : SHARD_STORES) {
            topology.addStateStore(StoreBuilders.of(store), NodeNames.DENDRITES);
        }
        return topology;
    }

    /** Framing and census as tasks of a network's partition, dendrites as a task of each shard. */
    private Topology shards() {
        StreamsBuilder builder = new StreamsBuilder();
        Stream.concat(Stream.of(StoreNames.FRAMING, StoreNames.CENSUS), Stream.of(SHARD_STORES))
                .forEach(name -> builder.addStateStore(StoreBuilders.of(name)));
        KStream<byte[], byte[]> arrivals = builder.stream(
                sources(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(NodeNames.ARRIVALS));
        KStream<byte[], byte[]> frames = through(
                arrivals.process(this::framing, Named.as(NodeNames.FRAMING), StoreNames.FRAMING),
                NodeNames.FRAMES,
                Repartitioned.<byte[], byte[]>as(NodeNames.FRAMES)
                        .withKeySerde(Serdes.ByteArray())
                        .withNumberOfPartitions(layout.shards())
                        .withStreamPartitioner(new FramePartitioner()));
        KStream<String, byte[]> reports = through(
                frames.process(
                        () -> DendriteProcessor.betweenTopics(config, layout, services),
                        Named.as(NodeNames.DENDRITES),
                        SHARD_STORES),
                NodeNames.REPORTS,
                Repartitioned.<String, byte[]>as(NodeNames.REPORTS).withKeySerde(Serdes.String()));
        reports.process(
                () -> CensusProcessor.behindTopic(config, services), Named.as(NodeNames.CENSUS), StoreNames.CENSUS);
        return builder.build();
    }

    private List<String> sources() {
        return List.of(topics.spikes(), topics.spikesRerouted(), topics.control());
    }

    private FramingProcessor framing() {
        return new FramingProcessor(config, layout, services);
    }

    private Topology withSinks(Topology topology) {
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

    /**
     * A named node that passes records on to an internal topic: what a processor forwards to it by name goes only
     * there. Those records have the types that the processor's codec gives them, not those of all that it forwards.
     */
    @SuppressWarnings("unchecked")
    private static <K> KStream<K, byte[]> through(
            KStream<Object, Object> from, String name, Repartitioned<K, byte[]> topic) {
        KStream<K, byte[]> records = (KStream<K, byte[]>) (KStream<?, ?>) from;
        return records.filter((key, value) -> true, Named.as(name))
                .repartition(topic.withValueSerde(Serdes.ByteArray()));
    }

    private static void sink(Topology topology, String name, String topic, String parent) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), parent);
    }
}
