package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.config.LearningProfiles;
import dev.hebb.row.FrameCodec;
import dev.hebb.shard.ShardConfig;
import dev.hebb.store.ShardStores;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The step of dendrites behind the internal topic of frames: the partition is the shard. */
public final class DendriteProcessor extends TaskProcessor<byte[], byte[], String, byte[]> {
    private final ShardConfig config;
    private final LearningProfiles learning;
    private final TopicNames topics;
    private final SchemaRegistryClient registry;
    private final PipelineMetrics metrics;

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
    RecordHandler<byte[], byte[]> open(ProcessorContext<String, byte[]> context) {
        int shard = context.taskId().partition();
        CauseTime time = new CauseTime();
        ShardRecords records = new ShardRecords(
                context, time, shard, config, topics, registry, metrics, new ReportTopic(context, time));
        FrameHandler frames = new FrameHandler(shard, config, learning, ShardStores.of(context), records);
        return new RecordHandler<>() {
            @Override
            public void handle(Record<byte[], byte[]> record) {
                time.set(record.timestamp());
                frames.frame(FrameCodec.decode(record.value()));
            }

            @Override
            public void close() {
                metrics.closed(context.taskId());
            }
        };
    }
}
