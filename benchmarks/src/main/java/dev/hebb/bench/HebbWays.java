package dev.hebb.bench;

import dev.hebb.app.HebbApp;
import dev.hebb.bench.BenchPlan.BenchSize;
import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The measurements of Hebb itself, through Kafka. */
final class HebbWays {
    static final String AT_LEAST_ONCE = "at_least_once";
    static final String EXACTLY_ONCE = "exactly_once_v2";

    private static final String NETWORK = "bench";
    private static final double MILLION = 1e6;

    /** The default cadence, with windows of the default length. */
    private static final int JUDGE_EVERY_WINDOWS = 30;

    private static final int WIRED_NEURONS = 200;
    private static final long WIRED_MICROS = 600_000_000;

    /** Wells of a plate; each has a network of its own. */
    private static final int WELLS = 96;

    private static final int WELL_NEURONS = 64;
    private static final long WELL_MICROS = 120_000_000;

    private final BenchCluster cluster;

    HebbWays(BenchCluster cluster) {
        this.cluster = cluster;
    }

    /** Loads the topic that the runs of one size share. */
    Connection load(PoissonRun run) throws IOException, InterruptedException {
        Connection connection = cluster.topics("n" + run.neurons() + "-");
        BenchCluster.load(connection, NETWORK, run.source(), run.micros());
        return connection;
    }

    /** Measures a run from the loaded topic to committed outputs, cold and warm. */
    BenchRow run(Connection connection, BenchSize size, PoissonRun run, String guarantee)
            throws IOException, InterruptedException {
        TwoRuns runs = TwoRuns.of(
                connection,
                size.windows(),
                applicationId(size, guarantee),
                id -> config(id, size.judgeEveryWindows(), guarantee));
        return row("hebb-" + guarantee, size, run, runs);
    }

    /** The same for a small network whose windowed counts are not published. */
    BenchRow withoutCounts(Connection connection, BenchSize size, PoissonRun run)
            throws IOException, InterruptedException {
        String name = Way.HEBB_WITHOUT_COUNTS.label();
        TwoRuns runs = TwoRuns.of(connection, size.windows(), name + '-' + size.neurons(), id -> quiet(id, size));
        return row(name, size, run, runs);
    }

    private HebbConfig quiet(String applicationId, BenchSize size) {
        return cluster.config(
                applicationId,
                Map.of(
                        "hebb.judge-every-windows",
                        Integer.toString(size.judgeEveryWindows()),
                        "hebb.co-firing.publish",
                        "never"));
    }

    private static BenchRow row(String name, BenchSize size, PoissonRun run, TwoRuns runs) {
        HebbConfig config = runs.config();
        HebbRun.HebbMeasurement first = runs.first();
        HebbRun.HebbMeasurement warm = runs.warm();
        long counted = new RecountWindows(size.judgeEveryWindows())
                .pairsCounted(run, config.shard().axis());
        return runs.addTimesTo(BenchRow.of(name, size.neurons(), first.spikes(), counted, first.seconds())
                .with("spikesPerSecond", first.spikes() / first.seconds())
                .with("warmPairsPerSecond", counted / warm.seconds())
                .with("warmSpikesPerSecond", warm.spikes() / warm.seconds())
                .with("startupSeconds", first.startupSeconds())
                .with("pairsInWindows", first.pairs())
                .with("exact", first.pairs() == run.pairs(config.shard().axis()))
                .with("judgeEveryWindows", size.judgeEveryWindows())
                .with("threads", config.streams().threads())
                .with("shards", config.shard().shards()));
    }

    /**
     * Starts the same application again after its disk is lost, and measures how long it takes until all state is
     * back.
     */
    BenchRow restore(Connection connection, BenchSize size)
            throws IOException, InterruptedException, ExecutionException {
        String applicationId = applicationId(size, EXACTLY_ONCE);
        StateCost cost = new StateCost(cluster, connection.topics().prefix() + applicationId);
        long disk = cost.diskBytes();
        cost.lose();
        long start = System.nanoTime();
        try (HebbApp app = HebbApp.start(config(applicationId, size.judgeEveryWindows(), EXACTLY_ONCE), connection)) {
            HebbRun.awaitRunning(app);
            double seconds = (System.nanoTime() - start) / 1e9;
            return BenchRow.of("restore", size.neurons(), 0, 0, seconds)
                    .with("diskMegabytes", disk / MILLION)
                    .with("changelogMegabytes", cost.topicBytes("-changelog") / MILLION);
        }
    }

    /** Measures spikes as single records, which few producers should send; cold and warm as {@link #run}. */
    BenchRow singleSpikes(SpikeSet spikes) throws IOException, InterruptedException {
        Connection connection = cluster.topics("single-");
        long windowMicros = config("single").shard().windowMicros();
        long windows = spikes.windows(windowMicros);
        SingleSpikes.load(connection, NETWORK, spikes, windows * windowMicros);
        TwoRuns runs = TwoRuns.of(connection, windows, "single", this::config);
        HebbRun.HebbMeasurement first = runs.first();
        return runs.addTimesTo(BenchRow.of(
                        "hebb-single-spike-records", spikes.neurons(), first.spikes(), 0, first.seconds())
                .with("spikesPerSecond", first.spikes() / first.seconds())
                .with("warmSpikesPerSecond", runs.warm().spikes() / runs.warm().seconds())
                .with("processingGuarantee", EXACTLY_ONCE));
    }

    /**
     * Measures the time from a spike that closes a window to the prunings that it brings about. Constants of learning
     * prune synapses sooner than usual, so that the measurement is short.
     */
    BenchRow pruningLatency(int networks, int windows) throws IOException, InterruptedException {
        Connection connection = cluster.topics("life-");
        HebbConfig shortLives = cluster.config(
                "life",
                Map.of(
                        "hebb.stages.growth.decay-micros", "120_000_000",
                        "hebb.stages.growth.dormant-term-micros", "60_000_000",
                        "hebb.streams.processing-guarantee", EXACTLY_ONCE));
        return new PruningLatency(connection, shortLives).measure(networks, windows);
    }

    /** Returns what a synapse takes, on a network that has many. */
    BenchRow synapseBytes() throws IOException, InterruptedException, ExecutionException {
        Connection connection = cluster.topics("wired-");
        HebbConfig config = config("wired");
        try (SpikeProducer producer = new SpikeProducer(connection)) {
            Feed feed = new Feed(producer.to(NETWORK), Feed.Options.MAX_SPEED);
            feed.run(new Simulator(SimulationSettings.independent(WIRED_NEURONS, BenchPlan.RATE_HZ, WIRED_MICROS, 1)
                    .with(new SynapsePlan(2 * WIRED_NEURONS, 0.3, 1_500, 6_000, 0))));
            feed.heartbeat(WIRED_MICROS);
            producer.flush();
        }
        HebbRun.HebbMeasurement outcome = new HebbRun(connection, config)
                .untilClosed(WIRED_MICROS / config.shard().windowMicros());
        StateCost cost = new StateCost(cluster, connection.topics().prefix() + "wired");
        double synapses = Math.max(1, outcome.synapses());
        return BenchRow.of("bytes-per-synapse", WIRED_NEURONS, outcome.spikes(), 0, outcome.seconds())
                .with("synapses", outcome.synapses())
                .with("diskBytesPerSynapse", cost.diskBytes("synapses") / synapses)
                .with("tableBytesPerSynapse", cost.tableBytes("synapses") / synapses)
                .with("changelogBytesPerSynapse", cost.topicBytes("-synapses-changelog") / synapses)
                .with("changelogBytesPerSpike", cost.topicBytes("-changelog") / Math.max(1.0, outcome.spikes()))
                .with("changelogBytes", cost.changelogBytes())
                .with("allDiskMegabytes", cost.diskBytes() / MILLION)
                .with("allChangelogMegabytes", cost.topicBytes("-changelog") / MILLION);
    }

    /** A plate of wells: as many small networks, of which each is one task. */
    BenchRow manyNetworks() throws IOException, InterruptedException {
        Connection connection = cluster.topics("wells-");
        HebbConfig config = config("wells");
        long spikes = 0;
        for (int well = 0; well < WELLS; well++) {
            SpikeSet set = SpikeSet.poisson(WELL_NEURONS, BenchPlan.RATE_HZ, WELL_MICROS, well);
            BenchCluster.load(connection, "well-" + well, set.source(), WELL_MICROS);
            spikes += set.size();
        }
        long windows = WELLS * WELL_MICROS / config.shard().windowMicros();
        HebbRun.HebbMeasurement outcome = new HebbRun(connection, config).untilClosed(windows);
        return BenchRow.of(Way.MANY_NETWORKS.label(), WELLS * WELL_NEURONS, spikes, outcome.pairs(), outcome.seconds())
                .with("networks", WELLS)
                .with("spikesPerSecond", spikes / outcome.seconds())
                .with("timesRealTime", WELL_MICROS / 1e6 / outcome.seconds());
    }

    private HebbConfig config(String applicationId) {
        return config(applicationId, JUDGE_EVERY_WINDOWS, EXACTLY_ONCE);
    }

    private HebbConfig config(String applicationId, int judgeEveryWindows, String guarantee) {
        return cluster.config(
                applicationId,
                Map.of(
                        "hebb.judge-every-windows",
                        Integer.toString(judgeEveryWindows),
                        "hebb.streams.processing-guarantee",
                        guarantee));
    }

    private static String applicationId(BenchSize size, String guarantee) {
        return "hebb-" + size.neurons() + "-" + guarantee;
    }
}
