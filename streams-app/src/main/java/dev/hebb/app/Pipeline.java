package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.StreamsTuning;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.processor.TaskLayout;
import dev.hebb.processor.TaskServices;
import dev.hebb.shard.Workers;
import dev.hebb.topology.HebbTopology;
import dev.hebb.topology.RocksDbMemory;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology of this instance. */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pipeline.class);

    /** Within a container's usual grace period: a store that is not closed cleanly is restored from its changelog. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

    private final Supplier<KafkaStreams> factory;
    private final LocalState localState;
    private final RocksDbMemory memory;
    private final Workers workers;
    private final Admin admin;
    private final DeadTransactions transactions;
    private final Takeover takeover;
    private KafkaStreams streams;

    private Pipeline(
            Supplier<KafkaStreams> factory, LocalState localState, RocksDbMemory memory, Workers workers, Admin admin) {
        this.factory = factory;
        this.localState = localState;
        this.memory = memory;
        this.workers = workers;
        this.admin = admin;
        transactions = new DeadTransactions(admin, localState.applicationId());
        takeover = new Takeover(transactions);
        streams = factory.get();
    }

    /**
     * Makes the pipeline; {@link #start} starts it.
     *
     * @param layout which task has what
     * @param advertised host and port by which other instances reach this one's API
     * @throws IOException if the state directory cannot be read or written
     */
    public static Pipeline create(
            HebbConfig config,
            Connection connection,
            SchemaRegistryClient registry,
            TaskLayout layout,
            String advertised,
            PipelineMetrics metrics)
            throws IOException {
        StreamsTuning tuning = config.streams();
        LocalState localState = new LocalState(Path.of(tuning.stateDir()), tuning.applicationId());
        RocksDbMemory memory = new RocksDbMemory(tuning.rocksDbBytes());
        Workers workers = new Workers(tuning.workers());
        TaskServices services = new TaskServices(connection.topics(), registry, metrics, workers);
        Properties properties = StreamsProperties.of(config, connection, memory, advertised, localState.instance());
        return new Pipeline(
                () -> new KafkaStreams(HebbTopology.build(config, layout, services), properties),
                localState,
                memory,
                workers,
                Admin.create(connection.clientProperties()));
    }

    /**
     * Starts. Before, aborts what this instance left open if it was killed.
     *
     * @throws IOException if stores that cannot be opened cannot be deleted either
     */
    public void start() throws IOException, InterruptedException {
        try {
            startStreams();
        } catch (ProcessorStateException e) {
            // Kafka Streams deletes a store that was not closed, but stops at one that was killed while it was opened.
            LOGGER.warn("a local store cannot be opened; all of them are deleted, and restored from Kafka", e);
            streams.close(CloseOptions.timeout(CLOSE_WITHIN));
            localState.delete();
            streams = factory.get();
            startStreams();
        }
    }

    private void startStreams() throws InterruptedException {
        streams.setStateListener(takeover);
        streams.setUncaughtExceptionHandler(new ThreadReplacement());
        transactions.abortOwn(
                streams.metadataForLocalThreads().iterator().next().consumerClientId());
        streams.start();
    }

    /** For questions to the stores and for metrics, once the pipeline is started. */
    public KafkaStreams streams() {
        return streams;
    }

    /**
     * Stops, commits what is done, closes the stores cleanly, and leaves the consumer group, so that other instances
     * take its tasks at once.
     */
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        takeover.close();
        admin.close(Duration.ZERO);
        workers.close();
        memory.close();
    }
}
