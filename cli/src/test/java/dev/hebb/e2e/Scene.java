package dev.hebb.e2e;

import dev.hebb.app.HebbApp;
import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicReader;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.replay.Replay;
import dev.hebb.replay.Timeline;
import dev.hebb.replay.format.RecordingFiles;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A pipeline of its own on a running stack: its topics have a prefix, its state is in a directory of its own. */
final class Scene implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final String NO_APP = "http://127.0.0.1:1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings = new HashMap<>();
    private final LocalStack stack;
    private final Path state;
    private final Connection connection;
    private final Topics topics;
    private @Nullable HebbApp app;

    Scene(LocalStack stack, String name, Map<String, String> more) throws IOException {
        this.stack = stack;
        connection = stack.connection().with(new TopicNames(name + "."));
        topics = new Topics(connection);
        state = Files.createTempDirectory("hebb-state-");
        settings.put("streams.application-id", name);
        settings.put("http.port", "0");
        settings.put("streams.state-dir", state.toString());
        settings.put("streams.commit-interval-millis", "200");
        settings.putAll(more);
    }

    /** Starts the app; a scene can be started again after {@link #stop}. */
    Scene start() throws IOException, InterruptedException {
        HebbConfig config = ConfigReader.read(settings);
        app = HebbApp.start(config, connection);
        return this;
    }

    void stop() {
        if (app != null) {
            app.close();
            app = null;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Base URL of the running app. */
    String url() {
        return "http://127.0.0.1:" + Objects.requireNonNull(app).port();
    }

    Topics topics() {
        return topics;
    }

    /** Runs a command line, whose words have no spaces in them, as {@link #run(List)} does. */
    CommandRun run(String line) {
        return run(List.of(line.split(" ")));
    }

    /** Runs a command with the broker, the registry and the topics of this pipeline, and with its app if that runs. */
    CommandRun run(List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of("--topic-prefix", connection.topics().prefix()));
        return CommandRun.of(stack, app == null ? NO_APP : url(), line.toArray(String[]::new));
    }

    /** The body of what the app answers, whatever its status. */
    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Sends recordings as one network, and waits until every window of them is closed in every shard. */
    void replay(String network, Path... files) throws IOException, InterruptedException {
        Timeline life = Timeline.of(List.of(RecordingFiles.open(files[0])), List.of());
        try (SpikeProducer producer = new SpikeProducer(connection)) {
            SpikeSink sink = producer.to(network);
            new Replay(sink, new Feed(sink, Feed.Options.MAX_SPEED)).run(life, 10_000_000);
        }
        awaitClosed(network, Math.floorDiv(life.lastSpikeMicros(), 10_000_000L));
    }

    /** Waits until all shards have closed a window of a network. */
    void awaitClosed(String network, long window) {
        Awaitility.await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1)).until(() -> {
            List<NetworkWindow> windows =
                    topics.read(connection.topics().networkWindows(), NetworkWindow.getClassSchema());
            return windows.stream()
                            .filter(closed -> closed.getNetwork().equals(network))
                            .filter(closed -> closed.getWindow() == window)
                            .count()
                    == windows.stream()
                            .mapToInt(NetworkWindow::getShards)
                            .findFirst()
                            .orElse(-1);
        });
    }

    /** Waits until the app has read all topics: the census may be behind the windows that were waited for. */
    void awaitAllRead() {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            Awaitility.await().atMost(TIMEOUT).until(() -> unread(admin) == 0);
        }
    }

    private int unread(Admin admin) throws Exception {
        Map<TopicPartition, Long> next = new HashMap<>();
        admin.listConsumerGroupOffsets(connection.topics().prefix() + settings.get("streams.application-id"))
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, read) -> next.put(partition, read.offset()));
        AtomicInteger records = new AtomicInteger();
        try (TopicReader<byte[]> reader = TopicReader.openBinary(connection, next)) {
            reader.readToEnd(TIMEOUT, record -> records.incrementAndGet());
        }
        return records.get();
    }

    @Override
    public void close() {
        stop();
        try {
            Utils.delete(state.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
