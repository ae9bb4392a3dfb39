package dev.hebb.app;

import dev.hebb.api.view.Condition;
import dev.hebb.client.Connection;
import dev.hebb.client.Reachability;
import dev.hebb.client.TopicNames;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.StreamsTuning;
import dev.hebb.processor.Commits;
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
import java.util.Set;
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

    /** Time to close without a broker: nothing can be committed; what is not is done again at the next start. */
    private static final Duration CLOSE_WITHOUT_BROKER_WITHIN = Duration.ofSeconds(3);

    private final Supplier<KafkaStreams> factory;
    private final LocalState localState;
    private final RocksDbMemory memory;
    private final Workers workers;
    private final Admin admin;
    private final RecreatedTopics recreated;
    private final DeadTransactions transactions;
    private final Takeover takeover;
    private final ThreadReplacement threads = new ThreadReplacement();
    private final HealthMonitor health;
    private final StreamsClients clients;
    private final Reachability brokers;
    private KafkaStreams streams;

    private Pipeline(
            Supplier<KafkaStreams> factory,
            LocalState localState,
            RocksDbMemory memory,
            Workers workers,
            Admin admin,
            RecreatedTopics recreated,
            StreamsClients clients,
            Reachability brokers) {
        this.factory = factory;
        this.localState = localState;
        this.memory = memory;
        this.workers = workers;
        this.admin = admin;
        this.recreated = recreated;
        this.clients = clients;
        this.brokers = brokers;
        health = new HealthMonitor(new StateDisk(localState.directory()), threads);
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
     * @throws FullDiskException if its disk is full
     */
    static Pipeline create(
            HebbConfig config, AppCluster cluster, TaskLayout layout, String advertised, PipelineMetrics metrics)
            throws IOException {
        Connection connection = cluster.connection();
        SchemaRegistryClient registry = cluster.registry();
        StreamsTuning tuning = config.streams();
        LocalState localState = new LocalState(Path.of(tuning.stateDir()), tuning.applicationId());
        String instance = localState.instance();
        new StateDisk(localState.directory()).shortage().ifPresent(shortage -> {
            throw new FullDiskException(shortage);
        });
        RocksDbMemory memory = new RocksDbMemory(tuning.rocksDbBytes());
        Workers workers = new Workers(tuning.workers());
        Properties properties = StreamsProperties.of(config, cluster, memory, advertised, instance);
        Admin admin = Admin.create(connection.clientProperties());
        TopicNames topics = connection.topics();
        RecreatedTopics recreated =
                new RecreatedTopics(admin, Set.of(topics.spikes(), topics.spikesRerouted(), topics.control()));
        ClientCommits ofClients = new ClientCommits();
        Commits commits = tuning.isExactlyOnce() ? Commits.TOGETHER : ofClients;
        // Only networks whose time follows the wall clock ask for them.
        ReachedEnds ends = new ReachedEnds(
                config.framing().idleTimeoutMillis() > 0 ? Set.of(topics.spikes(), topics.spikesRerouted()) : Set.of());
        TaskServices services = new TaskServices(topics, registry, metrics, workers, recreated, commits, ends);
        StreamsClients clients = new StreamsClients(registry, topics, metrics, recreated, ofClients, ends);
        return new Pipeline(
                () -> new KafkaStreams(HebbTopology.build(config, layout, services), properties, clients),
                localState,
                memory,
                workers,
                admin,
                recreated,
                clients,
                new Reachability(connection));
    }

    /**
     * Starts. Before, aborts what this instance left open if it was killed.
     *
     * @throws IOException if stores that cannot be opened cannot be deleted either
     */
    public void start() throws IOException, InterruptedException {
        recreated.start();
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
        localState.closeToOthers();
        streams.setStateListener(takeover);
        streams.setUncaughtExceptionHandler(threads);
        transactions.abortOwn(
                streams.metadataForLocalThreads().iterator().next().consumerClientId());
        streams.start();
        health.watch(streams);
    }

    /** Returns Kafka Streams, for questions to the stores and for metrics, once the pipeline is started. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Returns the partitions that wait, and the faults. */
    public Condition condition() {
        return new Condition(clients.waiting(), health.faults());
    }

    /**
     * Stops, commits what is done, closes the stores cleanly, and leaves the consumer group, so that other instances
     * take its tasks at once.
     */
    @Override
    public void close() {
        health.close();
        boolean closed = streams.close(CloseOptions.timeout(closeWithin())
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        takeover.close();
        recreated.close();
        admin.close(Duration.ZERO);
        clients.close();
        workers.close();
        if (closed) { // else stores may still be written, with this memory
            memory.close();
        }
    }

    private Duration closeWithin() {
        try {
            brokers.checkKafka();
            return CLOSE_WITHIN;
        } catch (IOException e) {
            LOGGER.warn("stops without a last commit: {}", e.getMessage());
            return CLOSE_WITHOUT_BROKER_WITHIN;
        }
    }
}
