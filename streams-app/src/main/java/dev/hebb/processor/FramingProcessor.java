package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.framing.FrameSink;
import dev.hebb.framing.FramingConfig;
import dev.hebb.store.StoreNames;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The step of framing before the internal topic of frames. */
public final class FramingProcessor extends TaskProcessor<byte[], byte[], byte[], byte[]> {
    private final FramingConfig config;
    private final int shards;
    private final TopicNames topics;
    private final int spikePartitions;
    private final SchemaRegistryClient registry;
    private final PipelineMetrics metrics;

    public FramingProcessor(
            FramingConfig config,
            int shards,
            TopicNames topics,
            int spikePartitions,
            SchemaRegistryClient registry,
            PipelineMetrics metrics) {
        this.config = config;
        this.shards = shards;
        this.topics = topics;
        this.spikePartitions = spikePartitions;
        this.registry = registry;
        this.metrics = metrics;
    }

    @Override
    RecordHandler<byte[], byte[]> open(ProcessorContext<byte[], byte[]> context) {
        CauseTime time = new CauseTime();
        FrameSink frames = new FrameTopic(context, time, shards);
        FramingRecords records =
                new FramingRecords(context, time, frames, config.limits().recordBytes(), metrics);
        RecentNetworks networks = new RecentNetworks(context.getStateStore(StoreNames.FRAMING), config);
        if (config.idleTimeoutMillis() > 0) {
            context.schedule(
                    Duration.ofMillis(Math.max(1, config.idleTimeoutMillis() / 2)),
                    PunctuationType.WALL_CLOCK_TIME,
                    new IdleNetworks(networks, records, config.idleTimeoutMillis()));
        }
        return new ArrivalHandler(config, topics, spikePartitions, registry, context, networks, records);
    }
}
