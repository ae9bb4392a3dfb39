package dev.hebb.app;

import dev.hebb.api.ApiParts;
import dev.hebb.api.ApiServer;
import dev.hebb.api.ControlParts;
import dev.hebb.api.TrustedHosts;
import dev.hebb.api.access.Access;
import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.api.metrics.PrometheusMetrics;
import dev.hebb.api.streams.DendriteTasks;
import dev.hebb.api.streams.StreamsShards;
import dev.hebb.api.streams.TopicCommandHistory;
import dev.hebb.api.streams.TopicNeuronNames;
import dev.hebb.api.streams.TopicPruningHistory;
import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.HttpConfig;
import dev.hebb.control.CommandSender;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.page.Page;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.processor.TaskLayout;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/** The HTTP API of this instance. Listens before the pipeline runs, which has to know its port. */
final class Api implements AutoCloseable {
    private final PrometheusMetrics metrics;
    private final StreamsShards shards;
    private final ApiServer server;
    private final CommandSender sender;
    private final Page page;
    private final String advertised;

    private Api(
            PrometheusMetrics metrics,
            StreamsShards shards,
            ApiServer server,
            CommandSender sender,
            Page page,
            String advertised) {
        this.metrics = metrics;
        this.shards = shards;
        this.server = server;
        this.sender = sender;
        this.page = page;
        this.advertised = advertised;
    }

    /**
     * Starts to listen; every question is answered with "not ready" until {@link #attach}.
     *
     * @throws dev.hebb.api.CannotListenException if the port is taken
     */
    static Api start(
            HebbConfig config, Access access, TaskLayout layout, Connection connection, SchemaRegistryClient registry) {
        PrometheusMetrics metrics = new PrometheusMetrics();
        StreamsShards shards = new StreamsShards(
                config.shard(),
                config.learning(),
                new DendriteTasks(layout, connection.topics(), config.streams().applicationId()),
                ApiServer.json(),
                access.peers());
        HttpConfig http = config.http();
        CommandSender sender = new CommandSender(connection, registry);
        ApiParts parts = new ApiParts(
                new Answers(
                        shards,
                        new Answers.LagScale(
                                config.shard().axis().binMicros(),
                                config.shard().windowMicros())),
                shards,
                TopicPruningHistory.of(connection, registry),
                new TopicNeuronNames(new NeuronTopic(connection, registry)),
                new ControlParts(
                        TopicCommandHistory.of(connection, registry),
                        sender::send,
                        new TrustedHosts(http.advertised().isBlank() ? http.host() : http.advertised())),
                ConfigAnswer.of(config, connection.topics().prefix()),
                metrics);
        Page page = new Page(connection, registry, ApiServer.json(), new InstanceHealth(shards, metrics));
        ApiServer server = ApiServer.start(http.host(), http.port(), access, parts, page);
        String advertised = http.advertised().isBlank() ? http.host() + ":" + server.port() : http.advertised();
        return new Api(metrics, shards, server, sender, page, advertised);
    }

    /** Host and port by which other instances reach this one. */
    String advertised() {
        return advertised;
    }

    int port() {
        return server.port();
    }

    PipelineMetrics metrics() {
        return metrics;
    }

    /** Sends requests to these stores from now on, and publishes their metrics. */
    void attach(Pipeline pipeline) {
        metrics.bind(pipeline.streams());
        shards.attach(pipeline.streams(), advertised, pipeline::condition);
    }

    @Override
    public void close() {
        page.close();
        server.close();
        sender.close();
        metrics.close();
    }
}
