package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The kernels on one thread, under JMH: a window of Poisson spikes at 5 Hz, every lag up to 50 ms. For comparing one
 * version of a kernel with another; {@code hebb bench} measures the whole.
 *
 * <pre>java -cp 'cli/target/lib/*' org.openjdk.jmh.Main KernelBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelBenchmark {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final long WINDOW_MICROS = 10_000_000;

    /** Size of the network. */
    @Param({"50", "100", "1000", "4000"})
    public int neurons;

    @SuppressWarnings("NullAway.Init") // JMH calls prepare first
    private SpikeSet spikes;

    @SuppressWarnings("NullAway.Init")
    private PlainLoop plain;

    @SuppressWarnings("NullAway.Init")
    private KernelLoop oneOrder;

    @SuppressWarnings("NullAway.Init")
    private KernelLoop bothOrders;

    /** Makes the spikes; the same for every way. */
    @Setup
    public void prepare() {
        spikes = SpikeSet.poisson(neurons, BenchPlan.RATE_HZ, WINDOW_MICROS, 1);
        plain = new PlainLoop(AXIS, neurons);
        oneOrder = new KernelLoop(AXIS, WINDOW_MICROS, false);
        bothOrders = new KernelLoop(AXIS, WINDOW_MICROS, true);
    }

    /** Dense counters, each pair once. */
    @Benchmark
    public long plainLoop() {
        return plain.count(spikes);
    }

    /** Dendrite by dendrite, each pair once. */
    @Benchmark
    public long kernelOneOrder() {
        return oneOrder.count(spikes);
    }

    /** Dendrite by dendrite, each pair in the dendrites of both of its neurons, as the pipeline does it. */
    @Benchmark
    public long kernelBothOrders() {
        return bothOrders.count(spikes);
    }
}
