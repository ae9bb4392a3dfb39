package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.topology.HebbTopology;
import dev.hebb.topology.RocksDbMemory;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;

/** The running topology of this instance. */
public final class Pipeline implements AutoCloseable {
    /** Within a container's usual grace period: a store that is not closed cleanly is restored from its changelog. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

    private final KafkaStreams streams;
    private final RocksDbMemory memory;

    private Pipeline(KafkaStreams streams, RocksDbMemory memory) {
        this.streams = streams;
        this.memory = memory;
    }

    /**
     * Makes the pipeline; {@link #start} starts it.
     *
     * @param spikePartitions partitions of the topic of spikes
     * @param advertised host and port by which other instances reach this one's API
     */
    public static Pipeline create(
            HebbConfig config,
            Connection connection,
            SchemaRegistryClient registry,
            int spikePartitions,
            String advertised,
            PipelineMetrics metrics) {
        RocksDbMemory memory = new RocksDbMemory(config.streams().rocksDbBytes());
        KafkaStreams streams = new KafkaStreams(
                HebbTopology.build(config, connection.topics(), spikePartitions, registry, metrics),
                StreamsProperties.of(config, connection, memory, advertised));
        streams.setUncaughtExceptionHandler(new ThreadReplacement());
        return new Pipeline(streams, memory);
    }

    public void start() {
        streams.start();
    }

    /** For questions to the stores and for metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /**
     * Stops, commits what is done, closes the stores cleanly, and leaves the consumer group: otherwise the next instance
     * to start, which may be this one, waits until the group has given it up after 45 s.
     */
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        memory.close();
    }
}
