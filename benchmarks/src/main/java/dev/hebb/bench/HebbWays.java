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

    /**
     * Measures a run from the loaded topic to committed outputs, and then the same by another application in the same
     * processes, which have by then compiled what they need. The ways without Kafka are warm too.
     */
    BenchRow run(Connection connection, BenchSize size, PoissonRun run, String guarantee)
            throws IOException, InterruptedException {
        return run(
                connection,
                size,
                run,
                "hebb-" + guarantee,
                config(applicationId(size, guarantee), size.judgeEveryWindows(), guarantee),
                config("warm-" + applicationId(size, guarantee), size.judgeEveryWindows(), guarantee));
    }

    /** The same for a small network whose windowed counts are not published. */
    BenchRow withoutCounts(Connection connection, BenchSize size, PoissonRun run)
            throws IOException, InterruptedException {
        String name = Way.HEBB_WITHOUT_COUNTS.label();
        String applicationId = name + '-' + size.neurons();
        return run(connection, size, run, name, quiet(applicationId, size), quiet("warm-" + applicationId, size));
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

    private BenchRow run(
            Connection connection,
            BenchSize size,
            PoissonRun run,
            String name,
            HebbConfig config,
            HebbConfig configOfWarm)
            throws IOException, InterruptedException {
        HebbRun.HebbMeasurement outcome = new HebbRun(connection, config).untilClosed(size.windows());
        HebbRun.HebbMeasurement warm = new HebbRun(connection, configOfWarm).untilClosed(size.windows());
        long counted = new RecountWindows(size.judgeEveryWindows())
                .pairsCounted(run, config.shard().axis());
        BenchRow row = BenchRow.of(name, size.neurons(), outcome.spikes(), counted, outcome.seconds())
                .with("spikesPerSecond", outcome.spikes() / outcome.seconds())
                .with("warmPairsPerSecond", counted / warm.seconds())
                .with("warmSpikesPerSecond", warm.spikes() / warm.seconds())
                .with("startupSeconds", outcome.startupSeconds())
                .with("pairsInWindows", outcome.pairs())
                .with("exact", outcome.pairs() == run.pairs(config.shard().axis()))
                .with("judgeEveryWindows", size.judgeEveryWindows())
                .with("threads", config.streams().threads())
                .with("shards", config.shard().shards());
        return warm.time().addTo(outcome.time().addTo(row, "first"), "warm");
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
        HebbConfig config = config("single", 30, EXACTLY_ONCE);
        long windows = spikes.windows(config.shard().windowMicros());
        SingleSpikes.load(connection, NETWORK, spikes, windows * config.shard().windowMicros());
        HebbRun.HebbMeasurement outcome = new HebbRun(connection, config).untilClosed(windows);
        HebbRun.HebbMeasurement warm =
                new HebbRun(connection, config("warm-single", 30, EXACTLY_ONCE)).untilClosed(windows);
        BenchRow row = BenchRow.of(
                        "hebb-single-spike-records", spikes.neurons(), outcome.spikes(), 0, outcome.seconds())
                .with("spikesPerSecond", outcome.spikes() / outcome.seconds())
                .with("warmSpikesPerSecond", warm.spikes() / warm.seconds())
                .with("processingGuarantee", EXACTLY_ONCE);
        return warm.time().addTo(outcome.time().addTo(row, "first"), "warm");
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
        int neurons = 200;
        long micros = 600_000_000L;
        Connection connection = cluster.topics("wired-");
        HebbConfig config = config("wired", 30, EXACTLY_ONCE);
        try (SpikeProducer producer = new SpikeProducer(connection)) {
            Feed feed = new Feed(producer.to(NETWORK), Feed.Options.MAX_SPEED);
            feed.run(new Simulator(SimulationSettings.independent(neurons, 5, micros, 1)
                    .with(new SynapsePlan(2 * neurons, 0.3, 1_500, 6_000, 0))));
            feed.heartbeat(micros);
            producer.flush();
        }
        HebbRun.HebbMeasurement outcome = new HebbRun(connection, config)
                .untilClosed(micros / config.shard().windowMicros());
        StateCost cost = new StateCost(cluster, connection.topics().prefix() + "wired");
        double synapses = Math.max(1, outcome.synapses());
        return BenchRow.of("bytes-per-synapse", neurons, outcome.spikes(), 0, outcome.seconds())
                .with("synapses", outcome.synapses())
                .with("diskBytesPerSynapse", cost.diskBytes("synapses") / synapses)
                .with("tableBytesPerSynapse", cost.tableBytes("synapses") / synapses)
                .with("changelogBytesPerSynapse", cost.topicBytes("-synapses-changelog") / synapses)
                .with("changelogBytesPerSpike", cost.topicBytes("-changelog") / Math.max(1.0, outcome.spikes()))
                .with("changelogBytes", cost.changelogBytes())
                .with("allDiskMegabytes", cost.diskBytes() / MILLION)
                .with("allChangelogMegabytes", cost.topicBytes("-changelog") / MILLION);
    }

    /** A plate of 96 wells: as many small networks, of which each is one task. */
    BenchRow manyNetworks() throws IOException, InterruptedException {
        int networks = 96;
        int neurons = 64;
        long micros = 120_000_000L;
        Connection connection = cluster.topics("wells-");
        HebbConfig config = config("wells", 30, EXACTLY_ONCE);
        long spikes = 0;
        for (int well = 0; well < networks; well++) {
            SpikeSet set = SpikeSet.poisson(neurons, BenchPlan.RATE_HZ, micros, well);
            BenchCluster.load(connection, "well-" + well, set.source(), micros);
            spikes += set.size();
        }
        long windows = networks * micros / config.shard().windowMicros();
        HebbRun.HebbMeasurement outcome = new HebbRun(connection, config).untilClosed(windows);
        return BenchRow.of(Way.MANY_NETWORKS.label(), networks * neurons, spikes, outcome.pairs(), outcome.seconds())
                .with("networks", networks)
                .with("spikesPerSecond", spikes / outcome.seconds())
                .with("timesRealTime", micros / 1e6 / outcome.seconds());
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
