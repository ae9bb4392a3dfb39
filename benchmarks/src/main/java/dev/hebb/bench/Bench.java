package dev.hebb.bench;

import dev.hebb.bench.BenchPlan.Size;
import dev.hebb.client.Connection;
import dev.hebb.cofiring.LagAxis;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** One command, one run, the same spikes for every way of counting them. */
public final class Bench {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final long WINDOW_MICROS = 10_000_000;
    private static final long SEED = 1;
    private static final int RESTORED_NEURONS = 1_000;

    private final BenchPlan plan;
    private final BenchReport report;

    public Bench(BenchPlan plan, BenchReport report) {
        this.plan = plan;
        this.report = report;
    }

    /**
     * Measures everything, with a broker and a registry of its own.
     *
     * @throws IllegalStateException if one of the ways comes to a standstill
     */
    public void run() throws IOException, InterruptedException, ExecutionException {
        for (Size size : plan.sizes()) {
            SpikeSet spikes = spikes(size, size.arrayMicros());
            ArrayWays ways = new ArrayWays(AXIS, WINDOW_MICROS, plan.arraySeconds());
            report.add(ways.plain(spikes));
            report.add(ways.kernelOneOrder(spikes));
            report.add(ways.kernelBothOrders(spikes));
        }
        try (BenchCluster cluster = BenchCluster.start()) {
            throughKafka(cluster);
        }
    }

    private void throughKafka(BenchCluster cluster) throws IOException, InterruptedException, ExecutionException {
        HebbWays hebb = new HebbWays(cluster);
        DslRun dsl = new DslRun(cluster, AXIS, WINDOW_MICROS);
        for (Size size : plan.sizes()) {
            SpikeSet spikes = spikes(size, size.micros());
            Connection connection = hebb.load(size, spikes);
            report.add(hebb.run(connection, size, spikes, HebbWays.AT_LEAST_ONCE));
            report.add(hebb.run(connection, size, spikes, HebbWays.EXACTLY_ONCE));
            if (size.neurons() == RESTORED_NEURONS) {
                report.add(hebb.restore(connection, size));
            }
            report.add(dsl.run(spikes.before(dslMicros(size))));
        }
        long singleMicros = (long) (plan.singleSpikes() / (100 * BenchPlan.RATE_HZ) * 1e6);
        report.add(hebb.singleSpikes(SpikeSet.poisson(100, BenchPlan.RATE_HZ, singleMicros, SEED)));
        report.add(hebb.pruningLatency(plan.latencyNetworks(), plan.latencyWindows()));
        report.add(hebb.synapseBytes());
    }

    private static SpikeSet spikes(Size size, long micros) {
        return SpikeSet.poisson(size.neurons(), BenchPlan.RATE_HZ, micros, SEED);
    }

    /** How much of the spikes makes as many pairs as the DSL is given; pairs go with the square of the rate. */
    private long dslMicros(Size size) {
        double spikesPerMicro = size.neurons() * BenchPlan.RATE_HZ / 1e6;
        double pairsPerMicro = spikesPerMicro * spikesPerMicro * AXIS.reachMicros();
        return (long) (plan.dslPairs() / pairsPerMicro) + AXIS.reachMicros() / 2;
    }
}
