package dev.hebb.bench;

import dev.hebb.app.HebbApp;
import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measurement of latency: from the spike that closes a window until a subscriber who reads committed records sees its
 * prunings. Networks wire themselves for ten minutes; then only one other neuron fires, once a window, and what was
 * wired is pruned as unused. The closing spikes come at a pace of fifty a second over all networks, so that it is not a
 * queue that is measured.
 */
final class PruningLatency {
    private static final int NEURONS = 12;
    private static final int SYNAPSES = 12;
    private static final long ACTIVE_MICROS = 600_000_000L;
    private static final long PAUSE_MILLIS = 20;
    private static final long LAST_MILLIS = 5_000;
    private static final long TIMEOUT_NANOS = 120_000_000_000L;

    private final Connection connection;
    private final HebbConfig config;
    private final List<Double> latenciesMillis = new ArrayList<>();
    private final Map<String, Long> closedNanos = new ConcurrentHashMap<>();
    private volatile boolean over;

    PruningLatency(Connection connection, HebbConfig config) {
        this.connection = connection;
        this.config = config;
    }

    BenchRow measure(int networks, int windows) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long spikes = 0;
        Thread subscriber = new Thread(this::subscribe, "subscriber");
        try (SpikeProducer producer = new SpikeProducer(connection);
                NewRecords<NetworkWindow> closed = windows();
                HebbApp app = HebbApp.start(config, connection)) {
            HebbRun.awaitRunning(app);
            subscriber.start();
            List<SpikeSink> sinks = new ArrayList<>();
            for (int network = 0; network < networks; network++) {
                sinks.add(producer.to("life-" + network));
                spikes += wire(sinks.get(network), network);
            }
            producer.flush();
            awaitProcessed(closed, networks);
            for (int window = 0; window < windows; window++) {
                closeOne(sinks, window);
            }
            producer.flush();
            Thread.sleep(LAST_MILLIS);
        } finally {
            over = true;
            subscriber.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return BenchRow.of("closing-spike-to-pruning-event", NEURONS, spikes, 0, seconds)
                .with("prunings", latenciesMillis.size())
                .with("p50Millis", percentile(0.5))
                .with("p99Millis", percentile(0.99))
                .with("networks", networks)
                .with("processingGuarantee", config.streams().processingGuarantee())
                .with("commitIntervalMillis", config.streams().commitIntervalMillis());
    }

    private NewRecords<NetworkWindow> windows() {
        return new NewRecords<>(connection, connection.topics().networkWindows(), NetworkWindow.getClassSchema());
    }

    /** Waits until all that came before the closing spikes is processed, so that no backlog is measured. */
    private void awaitProcessed(NewRecords<NetworkWindow> closed, int networks) {
        long expected = networks
                * (ACTIVE_MICROS / config.shard().windowMicros() - 1)
                * config.shard().shards();
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        long seen = 0;
        while (seen < expected) {
            seen += closed.poll(window -> {});
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + seen + " of " + expected + " windows were closed");
            }
        }
    }

    private static long wire(SpikeSink sink, int network) throws IOException, InterruptedException {
        SimulationSettings settings = SimulationSettings.independent(NEURONS, 5, ACTIVE_MICROS, network)
                .with(new SynapsePlan(SYNAPSES, 0.4, 1_500, 6_000, 0));
        Feed feed = new Feed(sink, Feed.Options.MAX_SPEED);
        feed.run(new Simulator(settings));
        return feed.report().spikes();
    }

    /** Sends one spike to every network, late enough that the watermark passes a window's end. */
    private void closeOne(List<SpikeSink> sinks, int window) throws InterruptedException {
        long windowMicros = config.shard().windowMicros();
        long end = (ACTIVE_MICROS / windowMicros + window + 1) * windowMicros;
        for (int network = 0; network < sinks.size(); network++) {
            SpikeBlock spike = new SpikeBlock();
            spike.add(end + config.framing().allowedLatenessMicros() + 1, NEURONS);
            closedNanos.put("life-" + network + "/" + end, System.nanoTime());
            sinks.get(network).batch(spike.timeMicros(0), spike);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void subscribe() {
        try (NewRecords<PruningEvent> prunings =
                new NewRecords<>(connection, connection.topics().pruningEvents(), PruningEvent.getClassSchema())) {
            while (!over) {
                prunings.poll(this::seen);
            }
        }
    }

    private void seen(PruningEvent event) {
        Long closed = closedNanos.get(event.getNetwork() + "/" + event.getAt());
        if (closed != null) {
            latenciesMillis.add((System.nanoTime() - closed) / 1e6);
        }
    }

    private double percentile(double part) {
        double[] sorted =
                latenciesMillis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
    }
}
