package dev.hebb.bench;

import dev.hebb.bench.BenchPlan.BenchSize;
import dev.hebb.client.Connection;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.ConfigReader;
import dev.hebb.shard.ShardConfig;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Run of a benchmark: the same spikes for every way of counting them. */
public final class Bench {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final long WINDOW_MICROS = 10_000_000;
    private static final long SEED = 1;
    private static final int RESTORED_NEURONS = 1_000;
    private static final Set<Way> WITHOUT_KAFKA =
            EnumSet.of(Way.PLAIN_LOOP, Way.KERNEL_ONE_ORDER, Way.KERNEL_BOTH_ORDERS, Way.ENGINE_ALONE);

    private final BenchPlan plan;
    private final Set<Way> ways;
    private final BenchReport report;

    /** @param ways what is measured; none for everything */
    public Bench(BenchPlan plan, Set<Way> ways, BenchReport report) {
        this.plan = plan;
        this.ways = ways.isEmpty() ? EnumSet.allOf(Way.class) : Set.copyOf(ways);
        this.report = report;
    }

    /** A measurement that gives one row. */
    @FunctionalInterface
    private interface Measurement {
        BenchRow run() throws IOException, InterruptedException, ExecutionException;
    }

    /**
     * Measures, with a broker and a registry of its own where they are needed.
     *
     * @throws IllegalStateException if one of the ways makes no progress
     */
    public void run() throws IOException, InterruptedException, ExecutionException {
        for (BenchSize size : plan.sizes()) {
            withoutKafka(size);
        }
        if (!WITHOUT_KAFKA.containsAll(ways)) {
            try (BenchCluster cluster = BenchCluster.start()) {
                throughKafka(cluster);
            }
        }
    }

    private void withoutKafka(BenchSize size) throws IOException, InterruptedException, ExecutionException {
        SpikeSet spikes = SpikeSet.poisson(size.neurons(), BenchPlan.RATE_HZ, size.arrayMicros(), SEED);
        ArrayWays arrays = new ArrayWays(AXIS, WINDOW_MICROS, plan.arraySeconds());
        measure(Way.PLAIN_LOOP, () -> arrays.plain(spikes));
        measure(Way.KERNEL_ONE_ORDER, () -> arrays.kernelOneOrder(spikes));
        measure(Way.KERNEL_BOTH_ORDERS, () -> arrays.kernelBothOrders(spikes));
        measure(Way.ENGINE_ALONE, () -> new EngineAlone(shardConfig(size)).run(run(size)));
    }

    private void throughKafka(BenchCluster cluster) throws IOException, InterruptedException, ExecutionException {
        HebbWays hebb = new HebbWays(cluster);
        for (BenchSize size : plan.sizes()) {
            throughKafka(cluster, hebb, size);
        }
        long singleMicros = (long) (plan.singleSpikes() / (100 * BenchPlan.RATE_HZ) * 1e6);
        measure(
                Way.SINGLE_SPIKES,
                () -> hebb.singleSpikes(SpikeSet.poisson(100, BenchPlan.RATE_HZ, singleMicros, SEED)));
        measure(Way.LATENCY, () -> hebb.pruningLatency(plan.latencyNetworks(), plan.latencyWindows()));
        measure(Way.SYNAPSE_BYTES, hebb::synapseBytes);
        measure(Way.MANY_NETWORKS, hebb::manyNetworks);
    }

    private void throughKafka(BenchCluster cluster, HebbWays hebb, BenchSize size)
            throws IOException, InterruptedException, ExecutionException {
        Set<Way> here = EnumSet.of(
                Way.PASS_THROUGH,
                Way.HEBB_AT_LEAST_ONCE,
                Way.HEBB_EXACTLY_ONCE,
                Way.HEBB_WITHOUT_COUNTS,
                Way.RESTORE,
                Way.KAFKA_STREAMS_DSL);
        here.retainAll(ways);
        if (here.isEmpty()) {
            return;
        }
        PoissonRun run = run(size);
        Connection connection = hebb.load(run);
        measure(Way.PASS_THROUGH, () -> new PassThrough(cluster).run(connection, size.neurons(), run.spikes()));
        measure(Way.HEBB_AT_LEAST_ONCE, () -> hebb.run(connection, size, run, HebbWays.AT_LEAST_ONCE));
        measure(Way.HEBB_EXACTLY_ONCE, () -> hebb.run(connection, size, run, HebbWays.EXACTLY_ONCE));
        if (shardConfig(size).publishesCounts(size.neurons())) {
            measure(Way.HEBB_WITHOUT_COUNTS, () -> hebb.withoutCounts(connection, size, run));
        }
        if (size.neurons() == RESTORED_NEURONS && ways.contains(Way.HEBB_EXACTLY_ONCE)) {
            measure(Way.RESTORE, () -> hebb.restore(connection, size));
        }
        DslRun dsl = new DslRun(cluster, AXIS, WINDOW_MICROS);
        measure(Way.KAFKA_STREAMS_DSL, () -> dsl.run(run.before(dslMicros(size))));
    }

    private void measure(Way way, Measurement measurement)
            throws IOException, InterruptedException, ExecutionException {
        if (ways.contains(way)) {
            report.add(measurement.run());
        }
    }

    private static PoissonRun run(BenchSize size) {
        return new PoissonRun(size.neurons(), BenchPlan.RATE_HZ, size.windows(), WINDOW_MICROS, SEED);
    }

    /** Returns the configuration of the defaults, but for the cadence. */
    private static ShardConfig shardConfig(BenchSize size) {
        Map<String, String> cadence = Map.of("hebb.judge-every-windows", Integer.toString(size.judgeEveryWindows()));
        return ConfigReader.read(cadence).shard();
    }

    /** Returns how much of the spikes makes as many pairs as the DSL is given; pairs go with the square of the rate. */
    private long dslMicros(BenchSize size) {
        double spikesPerMicro = size.neurons() * BenchPlan.RATE_HZ / 1e6;
        double pairsPerMicro = spikesPerMicro * spikesPerMicro * AXIS.reachMicros();
        return (long) (plan.dslPairs() / pairsPerMicro) + AXIS.reachMicros() / 2;
    }
}
