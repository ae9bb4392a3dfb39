package dev.hebb.topology;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.state.FrameCodec;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Puts spikes in order, in memory only: the first thin line through the pipeline. */
final class FramingProcessor implements Processor<byte[], byte[], String, byte[]> {
    private final FramingConfig config;
    private final int shards;
    private final AvroDecoder<Object> decoder;
    private final FrameCodec codec = new FrameCodec();
    private final Map<String, Network> networks = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, byte[]> context;

    /** Spikes of a network that wait, and how far it is. */
    private static final class Network {
        final TreeMap<Long, TreeSet<Integer>> pending = new TreeMap<>();
        long watermark = Long.MIN_VALUE;
        long seq;
    }

    @SuppressWarnings("UnusedVariable")
    FramingProcessor(
            FramingConfig config,
            int shards,
            TopicNames topics,
            int spikePartitions,
            SchemaRegistryClient registry,
            PipelineMetrics metrics) {
        this.config = config;
        this.shards = shards;
        this.decoder = new AvroDecoder<>(new SchemaLookup(registry), Subjects.SPIKES);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        try {
            Object value = decoder.decode(record.value());
            if (value instanceof Spike spike) {
                Network network = network(spike.getNetwork());
                add(network, spike.getTime(), spike.getNeuron());
                cut(spike.getNetwork(), network, record.timestamp());
            } else if (value instanceof SpikeBatch batch) {
                take(batch);
                cut(batch.getNetwork(), network(batch.getNetwork()), record.timestamp());
            }
        } catch (MalformedValueException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(SpikeBatch batch) {
        Network network = network(batch.getNetwork());
        for (int i = 0; i < batch.getNeurons().size(); i++) {
            add(
                    network,
                    batch.getOrigin() + batch.getOffsetsMicros().get(i),
                    batch.getNeurons().get(i));
        }
        if (batch.getNeurons().isEmpty()) {
            network.watermark = Math.max(network.watermark, batch.getOrigin());
        }
    }

    private Network network(String name) {
        return networks.computeIfAbsent(name, n -> new Network());
    }

    private static void add(Network network, long time, int neuron) {
        if (time >= network.watermark) {
            network.pending.computeIfAbsent(time, t -> new TreeSet<>()).add(neuron);
        }
    }

    private void cut(String name, Network network, long timestamp) {
        if (!network.pending.isEmpty()) {
            network.watermark = Math.max(network.watermark, network.pending.lastKey() - config.allowedLatenessMicros());
        }
        while (!network.pending.isEmpty() && network.pending.firstKey() < network.watermark) {
            long end = (Math.floorDiv(network.pending.firstKey(), config.windowMicros()) + 1) * config.windowMicros();
            emit(name, network, Math.min(end, network.watermark), timestamp);
        }
        if (network.pending.isEmpty()) {
            emit(name, network, network.watermark, timestamp);
        }
    }

    private void emit(String name, Network network, long watermark, long timestamp) {
        SortedMap<Long, TreeSet<Integer>> head = network.pending.headMap(watermark);
        long[] times = head.entrySet().stream()
                .flatMapToLong(e -> e.getValue().stream().mapToLong(neuron -> e.getKey()))
                .toArray();
        int[] neurons = head.values().stream()
                .flatMapToInt(at -> at.stream().mapToInt(Integer::intValue))
                .toArray();
        head.clear();
        byte[] frame = codec.encode(new Frame(name, network.seq++, watermark, times, neurons, List.of(), 0, 0, 0));
        for (int shard = 0; shard < shards; shard++) {
            context.forward(new Record<>(name + "/" + shard, frame, timestamp), NodeNames.FRAMES);
        }
    }
}
