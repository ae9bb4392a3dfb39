package dev.hebb.bench;

import dev.hebb.bench.BenchPlan.BenchSize;
import dev.hebb.client.Connection;
import dev.hebb.cofiring.LagAxis;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Run of a benchmark: the same spikes for every way of counting them. */
public final class Bench {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final long WINDOW_MICROS = 10_000_000;
    private static final long SEED = 1;
    private static final int RESTORED_NEURONS = 1_000;
    private static final Set<Way> WITHOUT_KAFKA =
            EnumSet.of(Way.PLAIN_LOOP, Way.KERNEL_ONE_ORDER, Way.KERNEL_BOTH_ORDERS);

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
        SpikeSet spikes = spikes(size, size.arrayMicros());
        ArrayWays arrays = new ArrayWays(AXIS, WINDOW_MICROS, plan.arraySeconds());
        measure(Way.PLAIN_LOOP, () -> arrays.plain(spikes));
        measure(Way.KERNEL_ONE_ORDER, () -> arrays.kernelOneOrder(spikes));
        measure(Way.KERNEL_BOTH_ORDERS, () -> arrays.kernelBothOrders(spikes));
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
                Way.PASS_THROUGH, Way.HEBB_AT_LEAST_ONCE, Way.HEBB_EXACTLY_ONCE, Way.RESTORE, Way.KAFKA_STREAMS_DSL);
        here.retainAll(ways);
        if (here.isEmpty()) {
            return;
        }
        SpikeSet spikes = spikes(size, size.micros());
        Connection connection = hebb.load(size, spikes);
        measure(Way.PASS_THROUGH, () -> new PassThrough(cluster).run(connection, size.neurons(), spikes.size()));
        measure(Way.HEBB_AT_LEAST_ONCE, () -> hebb.run(connection, size, spikes, HebbWays.AT_LEAST_ONCE));
        measure(Way.HEBB_EXACTLY_ONCE, () -> hebb.run(connection, size, spikes, HebbWays.EXACTLY_ONCE));
        if (size.neurons() == RESTORED_NEURONS && ways.contains(Way.HEBB_EXACTLY_ONCE)) {
            measure(Way.RESTORE, () -> hebb.restore(connection, size));
        }
        DslRun dsl = new DslRun(cluster, AXIS, WINDOW_MICROS);
        measure(Way.KAFKA_STREAMS_DSL, () -> dsl.run(spikes.before(dslMicros(size))));
    }

    private void measure(Way way, Measurement measurement)
            throws IOException, InterruptedException, ExecutionException {
        if (ways.contains(way)) {
            report.add(measurement.run());
        }
    }

    private static SpikeSet spikes(BenchSize size, long micros) {
        return SpikeSet.poisson(size.neurons(), BenchPlan.RATE_HZ, micros, SEED);
    }

    /** Returns how much of the spikes makes as many pairs as the DSL is given; pairs go with the square of the rate. */
    private long dslMicros(BenchSize size) {
        double spikesPerMicro = size.neurons() * BenchPlan.RATE_HZ / 1e6;
        double pairsPerMicro = spikesPerMicro * spikesPerMicro * AXIS.reachMicros();
        return (long) (plan.dslPairs() / pairsPerMicro) + AXIS.reachMicros() / 2;
    }
}
