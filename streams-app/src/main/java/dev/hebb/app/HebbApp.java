package dev.hebb.app;

import dev.hebb.api.access.Access;
import dev.hebb.client.Causes;
import dev.hebb.client.Connection;
import dev.hebb.client.Reachability;
import dev.hebb.client.Replication;
import dev.hebb.client.TopicDifference;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.TopicsConfig;
import dev.hebb.processor.TaskLayout;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of the application: makes sure that topics and schemas are there, then runs the pipeline. */
public final class HebbApp implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(HebbApp.class);

    /** A broker or a registry that is being started together with the app needs a few seconds. */
    public static final Duration REACHED_WITHIN = Duration.ofSeconds(10);

    /** Space on the disk of the state directory, in bytes, without which an instance stops. */
    public static final long LEAST_DISK_BYTES = StateDisk.LEAST_BYTES;

    private final Pipeline pipeline;
    private final Api api;
    private final String scheme;

    private HebbApp(Pipeline pipeline, Api api, String scheme) {
        this.scheme = scheme;
        this.pipeline = pipeline;
        this.api = api;
    }

    /**
     * Checks the settings and the files that they name, as {@link #start} does, without a cluster.
     *
     * @throws IllegalArgumentException naming the setting that cannot be used
     */
    public static void check(HebbConfig config, TopicNames topics) {
        Access.of(config.behind(topics.prefix()).http());
    }

    /** Starts an instance whose cluster answers within {@link #REACHED_WITHIN}; see the other method. */
    public static HebbApp start(HebbConfig given, Connection connection) throws IOException, InterruptedException {
        return start(given, connection, REACHED_WITHIN);
    }

    /**
     * Starts an instance.
     *
     * @param timeout how long to wait for a broker and a registry that do not answer yet
     * @throws dev.hebb.api.CannotListenException if the port of the API is taken
     * @throws IllegalStateException if the topics cannot be used as they are, or other instances count or learn
     *     differently
     * @throws IOException if the cluster or the registry cannot be reached, or refuses
     */
    public static HebbApp start(HebbConfig given, Connection connection, Duration timeout)
            throws IOException, InterruptedException {
        HebbConfig config = given.behind(connection.topics().prefix());
        Access access = Access.of(config.http());
        new Reachability(connection).check(timeout);
        SchemaRegistryClient registry = connection.registry();
        SchemaPreparation schemas = SchemaPreparation.begin(connection, registry);
        Topics topics = prepareTopics(connection, config.topics());
        TaskLayout layout = new TaskLayout(config.shard().shards(), topics.spikePartitions());
        SettingsTopic settings = new SettingsTopic(connection);
        new PinnedSettings(settings).check(config, layout);
        new LiveSettings(connection, settings).check(config);
        schemas.await();
        Api api = Api.start(config, access, layout, connection, registry);
        try {
            AppCluster cluster = new AppCluster(connection, registry, topics.replication());
            return new HebbApp(startPipeline(config, cluster, layout, api), api, access.scheme());
        } catch (IOException | InterruptedException | RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static Pipeline startPipeline(HebbConfig config, AppCluster cluster, TaskLayout layout, Api api)
            throws IOException, InterruptedException {
        Pipeline pipeline = Pipeline.create(config, cluster, layout, api.advertised(), api.metrics());
        try {
            pipeline.start();
            api.attach(pipeline);
            return pipeline;
        } catch (IOException | InterruptedException | RuntimeException e) {
            pipeline.close();
            throw e;
        }
    }

    /** Number of partitions of the topic of spikes, and replication of the topics. */
    private record Topics(int spikePartitions, Replication replication) {}

    private static Topics prepareTopics(Connection connection, TopicsConfig config)
            throws IOException, InterruptedException {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            Replication replication = Replication.of(admin, config.replicationFactor(), config.minInSyncReplicas());
            TopicProvisioner.Provisioned outcome = new TopicProvisioner(admin)
                    .provision(TopicPlan.all(connection.topics(), TopicPlan.DEFAULT_PARTITIONS), replication);
            List<TopicDifference> differences = outcome.differences();
            differences.forEach(difference -> LOGGER.warn("{}", difference));
            if (differences.stream().anyMatch(TopicDifference::vital)) {
                throw new IllegalStateException("the topics cannot be used as they are: " + differences);
            }
            String spikes = connection.topics().spikes();
            Map<String, TopicDescription> described =
                    admin.describeTopics(List.of(spikes)).allTopicNames().get();
            int partitions =
                    Objects.requireNonNull(described.get(spikes)).partitions().size();
            return new Topics(partitions, replication);
        } catch (ExecutionException e) {
            throw new IOException(
                    "Kafka at " + connection.bootstrapServers() + " refuses or cannot be reached: "
                            + Causes.of(e).getMessage(),
                    e);
        }
    }

    /** The running topology. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Base URL of the HTTP API on this machine. */
    public String url() {
        return scheme + "://127.0.0.1:" + api.port();
    }

    /** Port of the HTTP API. */
    public int port() {
        return api.port();
    }

    @Override
    public void close() {
        api.close();
        pipeline.close();
    }
}
