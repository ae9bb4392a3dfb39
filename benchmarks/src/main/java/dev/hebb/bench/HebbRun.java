package dev.hebb.bench;

import dev.hebb.app.HebbApp;
import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.config.HebbConfig;
import dev.hebb.schema.NetworkWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Run of Hebb end to end: from a topic that holds all spikes to outputs that are all committed, in one instance of the
 * app in this process. The clock starts when the stream threads run; the time to join the group is reported separately.
 */
final class HebbRun {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final long STATE_POLL_MILLIS = 5;

    private final Connection connection;
    private final HebbConfig config;

    HebbRun(Connection connection, HebbConfig config) {
        this.connection = connection;
        this.config = config;
    }

    /**
     * Time and results of a run.
     *
     * @param startupSeconds until the stream threads ran
     * @param time from then until the last window's totals were visible
     * @param spikes in the totals of the windows
     * @param pairs in the totals of the windows
     * @param synapses active and dormant ones at the end
     */
    record HebbMeasurement(double startupSeconds, RunClock.RunTime time, long spikes, long pairs, long synapses) {
        double seconds() {
            return time.seconds();
        }
    }

    /**
     * Runs until this many windows are closed in every shard.
     *
     * @throws IllegalStateException if no window closes for a long time
     */
    HebbMeasurement untilClosed(long windows) throws IOException, InterruptedException {
        long expected = windows * config.shard().shards();
        try (NewRecords<NetworkWindow> totals =
                new NewRecords<>(connection, connection.topics().networkWindows(), NetworkWindow.getClassSchema())) {
            long start = System.nanoTime();
            try (HebbApp app = HebbApp.start(config, connection)) {
                awaitRunning(app);
                double startupSeconds = (System.nanoTime() - start) / 1e9;
                RunClock clock = new RunClock(expected);
                WindowSum sum = await(totals, expected, clock);
                return new HebbMeasurement(startupSeconds, clock.time(), sum.spikes, sum.pairs, sum.synapses());
            }
        }
    }

    static void awaitRunning(HebbApp app) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (app.pipeline().streams().state() != KafkaStreams.State.RUNNING) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the app is still "
                        + app.pipeline().streams().state() + " after " + Durations.seconds(TIMEOUT));
            }
            Thread.sleep(STATE_POLL_MILLIS);
        }
    }

    private static final class WindowSum {
        private long records;
        private long spikes;
        private long pairs;
        private final Map<Integer, NetworkWindow> latest = new HashMap<>();

        void add(NetworkWindow window) {
            records++;
            spikes += window.getSpikes();
            pairs += window.getPairs();
            latest.merge(window.getShard(), window, (a, b) -> a.getWindow() > b.getWindow() ? a : b);
        }

        long synapses() {
            return latest.values().stream()
                    .mapToLong(window -> window.getActive() + window.getDormant())
                    .sum();
        }
    }

    private static WindowSum await(NewRecords<NetworkWindow> totals, long expected, RunClock clock) {
        WindowSum sum = new WindowSum();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (sum.records < expected) {
            if (totals.poll(sum::add) > 0) {
                clock.reached(sum.records);
                deadline = System.nanoTime() + TIMEOUT.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + sum.records + " of " + expected
                        + " windows were closed, and none for " + Durations.seconds(TIMEOUT));
            }
        }
        return sum;
    }
}
