package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.config.LearningProfiles;
import dev.hebb.framing.Frame;
import dev.hebb.row.FrameCodec;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Shards;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoredShard;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts and learns: one shard of every network, frame by frame. */
public final class DendriteProcessor implements Processor<byte[], byte[], String, byte[]> {
    /** Of many small networks, so many are in memory at once. */
    private static final int NETWORKS_IN_MEMORY = 256;

    private final ShardConfig config;
    private final LearningProfiles learning;
    private final TopicNames topics;
    private final SchemaRegistryClient registry;
    private final PipelineMetrics metrics;
    private State state = State.CLOSED;

    /** What exists between init and close. */
    private record State(
            ProcessorContext<String, byte[]> context,
            ShardStores stores,
            DendriteScratches scratches,
            ShardRecords records,
            Recent<NetworkShard> shards) {
        @SuppressWarnings("NullAway") // never used: Kafka Streams calls init first
        static final State CLOSED = new State(null, null, null, null, null);
    }

    public DendriteProcessor(
            ShardConfig config,
            LearningProfiles learning,
            TopicNames topics,
            SchemaRegistryClient registry,
            PipelineMetrics metrics) {
        this.config = config;
        this.learning = learning;
        this.topics = topics;
        this.registry = registry;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        state = new State(
                context,
                ShardStores.of(context),
                new DendriteScratches(config, learning),
                new ShardRecords(context, config, topics, registry, metrics),
                new Recent<>(NETWORKS_IN_MEMORY));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Frame frame = FrameCodec.decode(record.value());
        state.shards
                .get(frame.network(), this::open)
                .accept(frame, state.records.of(frame.network(), record.timestamp()));
    }

    private NetworkShard open(String network) {
        int shard = state.context.taskId().partition();
        StoredShard storage = new StoredShard(
                state.stores,
                network,
                config.coFiring().windowsKept(),
                Shards.ownedBy(shard, config.shards()),
                config.axis().cells());
        return NetworkShard.open(state.scratches.of(network), shard, storage);
    }

    @Override
    public void close() {
        metrics.closed(state.context.taskId());
        state = State.CLOSED;
    }
}
