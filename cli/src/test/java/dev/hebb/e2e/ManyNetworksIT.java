package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.produce.Feed;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.WindowWait;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One network after the other ends, and none of them takes memory from those that follow: all of them together would
 * not fit the heap. {@code -Dhebb.networks=N} and {@code -Dhebb.networks.heap=1g} for more of them.
 */
class ManyNetworksIT {
    private static final int NETWORKS = Integer.getInteger("hebb.networks", 20);
    private static final String HEAP = System.getProperty("hebb.networks.heap", "320m");
    /** So few that no seed makes a network in which spikes excite one another without end. */
    private static final int SYNAPSES = 50;

    private static final long DURATION_MICROS = 360_000_000;
    private static final long WINDOW_MICROS = 10_000_000;

    @Test
    void finishedNetworksLeaveTheHeap(@TempDir Path directory) throws Exception {
        Connection connection = Topics.provisioned(SharedStack.connection("many."), TopicPlan.DEFAULT_PARTITIONS);
        try (AppProcess app = new AppProcess(connection, Map.of(), directory, "-Xmx" + HEAP)) {
            app.start();
            for (int network = 0; network < NETWORKS; network++) {
                int number = network;
                send(connection, "network-" + network);
                boolean closed = new WindowWait(connection, "network-" + network, DURATION_MICROS - WINDOW_MICROS)
                        .await(Duration.ofMinutes(2), end -> assertThat(app.hasEnded())
                                .as("the app ended while it counted network %s", number)
                                .isFalse());
                assertThat(closed).as("network %s was counted", network).isTrue();
            }
        }
    }

    private static void send(Connection connection, String name) throws Exception {
        SimulationSettings network = SimulationSettings.independent(100, 5, DURATION_MICROS, name.hashCode())
                .with(new SynapsePlan(SYNAPSES, 0.6, 1_000, 5_000, 0));
        try (SpikeProducer producer = new SpikeProducer(connection);
                Simulator simulator = new Simulator(network)) {
            Feed feed = new Feed(
                    producer.to(name),
                    new Feed.Options(Speed.MAX, 1_000_000, Feed.Heartbeats.IN_ORDER, Duration.ofSeconds(1)));
            feed.run(simulator);
            feed.heartbeat(DURATION_MICROS + WINDOW_MICROS);
            producer.flush();
        }
    }
}
