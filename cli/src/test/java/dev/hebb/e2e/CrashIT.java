package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRequest;
import dev.hebb.control.CommandSender;
import dev.hebb.produce.Feed;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.PracticePlan;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.Service;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3: kill -9 of the app, twice, and of the broker, once, in mid-stream, and every output topic holds what it holds
 * after an undisturbed run, record for record, with commands in the stream; for a network that is one task and for one
 * that is several shards.
 */
class CrashIT {
    private static final long SECOND = 1_000_000;
    private static final long WINDOW = SECOND;
    private static final long DURATION = 240 * SECOND;
    private static final String NETWORK = "crash";
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    /** Settings under which synapses form, decay and are pruned within four minutes. */
    private static final Map<String, String> SETTINGS = Map.of(
            "window-micros", Long.toString(WINDOW),
            "judge-every-windows", "10",
            "streams.commit-interval-millis", "100",
            "stages.growth.decay-micros", Long.toString(20 * SECOND),
            "stages.growth.dormant-term-micros", Long.toString(20 * SECOND),
            "stages.growth.neuron-term-micros", Long.toString(20 * SECOND));

    /** Commands to the network, with names and times that are the same in both runs. */
    private static final List<CommandRequest> COMMANDS = List.of(
            request("area", SECOND, new Command.DefineArea("half", new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})),
            request("attention", 30 * SECOND + 1, new Command.Attention(Target.area("half"), 1.5, 70 * SECOND)),
            request("stress", 65 * SECOND, new Command.Stress(0.7, 75 * SECOND + 1)),
            request("lesion", 115 * SECOND, new Command.Lesion(Target.neurons(1, 2))),
            request("stage", 165 * SECOND, new Command.Stage("MATURITY", Command.Stage.AGE_AS_BEFORE)),
            request("nonsense", 170 * SECOND, new Command.Lesion(Target.area("nowhere"))));

    private static final List<String> TOPICS =
            List.of("synapse-events", "co-firing", "network-windows", "dendrites", "pruning-events", "network-events");

    private static CommandRequest request(String id, long fromMicros, Command command) {
        return new CommandRequest(NETWORK, new TimedCommand(fromMicros, 0, command, id, "test", 1));
    }

    private record Run(Connection connection, AppProcess app, int shards) implements AutoCloseable {
        @Override
        public void close() {
            app.close();
        }
    }

    @Test
    void killsChangeNothingThatIsCommitted(@TempDir Path directory) throws Exception {
        try (TemporaryStack temporary = TemporaryStack.start();
                Run calmTask = run(temporary.stack(), directory, "calm-task.", 1);
                Run roughTask = run(temporary.stack(), directory, "rough-task.", 1);
                Run calmShards = run(temporary.stack(), directory, "calm-shards.", 3);
                Run roughShards = run(temporary.stack(), directory, "rough-shards.", 3)) {
            runCalmly(List.of(calmTask, calmShards));
            runRoughly(List.of(roughTask, roughShards), temporary.stack());
            assertEqual(calmTask.connection(), roughTask.connection());
            assertEqual(calmShards.connection(), roughShards.connection());
        }
    }

    private static Run run(LocalStack stack, Path directory, String prefix, int shards) throws Exception {
        Connection connection = connection(stack, prefix);
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("shards", Integer.toString(shards));
        return new Run(connection, new AppProcess(connection, settings, directory.resolve(prefix)), shards);
    }

    private static void assertEqual(Connection calm, Connection rough) {
        for (String topic : TOPICS) {
            awaitEqual(calm, rough, topic);
        }
        assertThat(byKey(calm, "pruning-events")).isNotEmpty();
        assertThat(byKey(calm, "synapse-events")).isNotEmpty();
        assertThat(byKey(calm, "network-events").get(NETWORK)).hasSize(COMMANDS.size() + 2);
    }

    /**
     * The census of neurons may be behind the windows that were waited for: what a killed process left open hides what
     * follows it from committed readers, until the broker gives the transaction up.
     */
    private static void awaitEqual(Connection calm, Connection rough, String topic) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(byKey(rough, topic)).as(topic).isEqualTo(byKey(calm, topic)));
    }

    private static void runCalmly(List<Run> runs) throws Exception {
        for (Run run : runs) {
            run.app().start();
            send(run.connection(), Speed.MAX);
        }
        awaitWindow(runs, DURATION / WINDOW - 1);
    }

    private static void runRoughly(List<Run> runs, LocalStack stack) throws Exception {
        ExecutorService producers = Executors.newCachedThreadPool();
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (Run run : runs) {
                run.app().start();
                sent.add(producers.submit(() -> send(run.connection(), new Speed(6))));
            }
            awaitWindow(runs, 60);
            restart(runs);
            awaitWindow(runs, 110);
            stack.kill(Service.BROKER);
            stack.restart(Service.BROKER);
            awaitWindow(runs, 160);
            restart(runs);
            for (Future<?> producer : sent) {
                producer.get();
            }
            awaitWindow(runs, DURATION / WINDOW - 1);
        } finally {
            producers.shutdownNow();
        }
    }

    private static void restart(List<Run> runs) throws IOException {
        for (Run run : runs) {
            run.app().kill();
            run.app().start();
        }
    }

    private static Connection connection(LocalStack stack, String prefix) throws Exception {
        Connection connection =
                new Connection(stack.bootstrapServers(), stack.schemaRegistry(), Map.of(), new TopicNames(prefix));
        try (Admin admin = Admin.create(connection.clientProperties())) {
            new TopicProvisioner(admin).provision(TopicPlan.all(connection.topics(), 2));
        }
        return connection;
    }

    private static boolean send(Connection connection, Speed speed) throws Exception {
        SimulationSettings network = SimulationSettings.independent(20, 10, DURATION, 7)
                .with(new SynapsePlan(12, 0.6, SECOND / 1000, 5 * SECOND / 1000, 0))
                .with(new PracticePlan(80 * SECOND, 0.7, 3));
        try (CommandSender commands = new CommandSender(connection, connection.registry());
                SpikeProducer producer = new SpikeProducer(connection);
                Simulator simulator = new Simulator(network)) {
            COMMANDS.forEach(commands::send);
            Feed feed = new Feed(
                    producer.to(NETWORK),
                    new Feed.Options(speed, 100_000, Feed.Heartbeats.IN_ORDER, Duration.ofSeconds(1)));
            feed.run(simulator);
            feed.heartbeat(DURATION);
            producer.flush();
            return true;
        }
    }

    private static void awaitWindow(List<Run> runs, long window) {
        for (Run run : runs) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast("the app has ended", run.app()::hasEnded)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(shardsThatClosed(run.connection(), window))
                            .as(
                                    "shards that closed window %s; the app says: %s",
                                    window, tail(run.app().log()))
                            .isEqualTo(run.shards()));
        }
    }

    private static String tail(String log) {
        return log.substring(Math.max(0, log.length() - 4000));
    }

    private static long shardsThatClosed(Connection connection, long window) {
        List<NetworkWindow> windows =
                new Topics(connection).read(connection.topics().networkWindows(), NetworkWindow.getClassSchema());
        return windows.stream().filter(closed -> closed.getWindow() == window).count();
    }

    /** Returns the values of each key, in order. Keys in different partitions have no order among each other. */
    private static Map<String, List<String>> byKey(Connection connection, String topic) {
        Map<String, List<String>> values = new TreeMap<>();
        new Topics(connection).records(connection.topics().prefix() + topic).forEach(record -> values.computeIfAbsent(
                        record.key(), key -> new ArrayList<>())
                .add(Arrays.toString(record.value())));
        return values;
    }
}
