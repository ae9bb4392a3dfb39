package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/**
 * A life in fast motion, in which synapses form, wither and are pruned within four minutes, with commands in the
 * stream. Spikes and commands are the same in every run, so the outputs must be, too.
 *
 * @param shards of the network's windows
 * @param neurons of the network
 */
record FastLife(Connection connection, int shards, int neurons) {
    private static final int NEURONS = 20;
    private static final double SYNAPSES_PER_NEURON = 0.6;
    private static final long SECOND = 1_000_000;
    private static final long WINDOW = SECOND;
    /** How long a whole life is, in microseconds of event time. */
    static final long DURATION = 240 * SECOND;

    private static final int PARTITIONS = 2;
    private static final String NETWORK = "crash";
    private static final int FURTHER = 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    /** The last window that a whole life closes. */
    static final long LAST_WINDOW = DURATION / WINDOW - 1;

    private static final Map<String, String> SETTINGS = Map.of(
            "window-micros", Long.toString(WINDOW),
            "judge-every-windows", "10",
            "streams.commit-interval-millis", "100",
            "stages.growth.decay-micros", Long.toString(20 * SECOND),
            "stages.growth.dormant-term-micros", Long.toString(20 * SECOND),
            "stages.growth.neuron-term-micros", Long.toString(20 * SECOND));

    /** Names and times are the same in every run. */
    private static final List<CommandRequest> COMMANDS = List.of(
            request("area", SECOND, new Command.DefineArea("half", new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})),
            request("attention", 30 * SECOND + 1, new Command.Attention(Target.area("half"), 1.5, 70 * SECOND)),
            request("stress", 65 * SECOND, new Command.Stress(0.7, 75 * SECOND + 1)),
            request("lesion", 115 * SECOND, new Command.Lesion(Target.neurons(1, 2))),
            request("stage", 165 * SECOND, new Command.Stage("MATURITY", Command.Stage.AGE_AS_BEFORE)),
            request("nonsense", 170 * SECOND, new Command.Lesion(Target.area("nowhere"))));

    /** Topics of results, without prefix. */
    static final List<String> TOPICS =
            List.of("synapse-events", "co-firing", "network-windows", "dendrites", "pruning-events", "network-events");

    private static CommandRequest request(String id, long fromMicros, Command command) {
        return new CommandRequest(NETWORK, new TimedCommand(fromMicros, 0, command, id, "test", 1));
    }

    /** A life of a network of 20 neurons. */
    FastLife(Connection connection, int shards) {
        this(connection, shards, NEURONS);
    }

    /** Settings of every app that takes part. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("shards", Integer.toString(shards));
        return settings;
    }

    /** Makes the topics, with the same number of partitions in every run. */
    FastLife provision() throws Exception {
        Topics.provisioned(connection, PARTITIONS);
        return this;
    }

    /** Sends all spikes and commands; returns when the cluster has them. */
    boolean send(Speed speed) throws Exception {
        return send(speed, 0, DURATION);
    }

    /** Sends the spikes from one time to another, and at the beginning of a life all commands. */
    boolean send(Speed speed, long fromMicros, long toMicros) throws Exception {
        SimulationSettings network = SimulationSettings.independent(neurons, 10, DURATION, 7)
                .with(new SynapsePlan((int) (SYNAPSES_PER_NEURON * neurons), 0.6, SECOND / 1000, 5 * SECOND / 1000, 0))
                .with(new PracticePlan(80 * SECOND, 0.7, 3));
        try (CommandSender commands = new CommandSender(connection, connection.registry());
                SpikeProducer producer = new SpikeProducer(connection);
                Simulator simulator = new Simulator(network)) {
            if (fromMicros == 0) {
                COMMANDS.forEach(commands::send);
            }
            Feed feed = new Feed(
                    producer.to(NETWORK),
                    new Feed.Options(speed, 100_000, Feed.Heartbeats.IN_ORDER, Duration.ofSeconds(1)));
            feed.run(new SpikePart(simulator, fromMicros, toMicros));
            feed.heartbeat(toMicros);
            producer.flush();
            return true;
        }
    }

    /** Waits until every shard has closed a window; an app that ends meanwhile is a failure. */
    void awaitWindow(long window, AppProcess... apps) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .failFast(() -> assertThat(Arrays.stream(apps))
                        .as("an app has ended; the apps say: %s", tails(apps))
                        .noneMatch(AppProcess::hasEnded))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(shardsThatClosed(window))
                        .as("shards that closed window %s; the apps say: %s", window, tails(apps))
                        .isEqualTo(shards));
    }

    /** Waits until every shard has closed a few windows more than now, or the life is over. */
    void awaitFurther(AppProcess... apps) {
        awaitWindow(Math.min(LAST_WINDOW, lastOfAll() + FURTHER), apps);
    }

    /** Returns the window that the slowest shard closes next, or the last one of the life. */
    long nextWindow() {
        return Math.min(LAST_WINDOW, lastOfAll() + 1);
    }

    /** A broker that was just killed may have to be replaced before the topic can be read. */
    private long lastOfAll() {
        Map<Integer, Long> last = new HashMap<>();
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            last.clear();
            windows().forEach(closed -> last.merge(closed.getShard(), closed.getWindow(), Math::max));
            return true;
        });
        return last.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private static List<String> tails(AppProcess... apps) throws IOException {
        List<String> tails = new ArrayList<>();
        for (AppProcess app : apps) {
            tails.add(app.tail());
        }
        return tails;
    }

    private long shardsThatClosed(long window) {
        return windows().stream().filter(closed -> closed.getWindow() == window).count();
    }

    private List<NetworkWindow> windows() {
        return new Topics(connection).read(connection.topics().networkWindows(), NetworkWindow.getClassSchema());
    }

    /** What has been committed, by topic and key, in order. */
    Map<String, Map<String, List<String>>> outputs() {
        Map<String, Map<String, List<String>>> outputs = new TreeMap<>();
        TOPICS.forEach(topic -> outputs.put(topic, byKey(topic)));
        return outputs;
    }

    /**
     * Waits until every topic of an undisturbed run holds what that has left, record for record. The census of neurons
     * may be behind the windows that were waited for: what a killed process left open hides what follows it from
     * committed readers, until the transaction is aborted.
     */
    void awaitEqual(Map<String, Map<String, List<String>>> calm) {
        assertThat(calm.get("pruning-events")).isNotEmpty();
        assertThat(calm.get("synapse-events")).isNotEmpty();
        assertThat(Objects.requireNonNull(calm.get("network-events")).get(NETWORK))
                .hasSize(COMMANDS.size() + 2);
        for (String topic : calm.keySet()) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(byKey(topic)).as(topic).isEqualTo(calm.get(topic)));
        }
    }

    /** By key, the values in order; keys that fall to other partitions have no order among each other. */
    private Map<String, List<String>> byKey(String topic) {
        Map<String, List<String>> values = new TreeMap<>();
        new Topics(connection).records(connection.topics().prefix() + topic).forEach(record -> values.computeIfAbsent(
                        record.key(), key -> new ArrayList<>())
                .add(Arrays.toString(record.value())));
        return values;
    }
}
