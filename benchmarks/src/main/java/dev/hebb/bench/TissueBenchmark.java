package dev.hebb.bench;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time that simulated tissue needs for one second of event time, on one thread, under JMH: default wiring, noise of 3
 * Hz, no routes.
 *
 * <pre>java -cp 'cli/target/lib/*' org.openjdk.jmh.Main TissueBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TissueBenchmark {
    private static final long SECOND_MICROS = 1_000_000;

    /** Size of the network. */
    @Param({"100", "1000", "4000"})
    public int neurons;

    /** Model of the cells. */
    @Param({"IZHIKEVICH", "LIF"})
    @SuppressWarnings("NullAway.Init") // JMH sets it first
    public CellModel model;

    @SuppressWarnings("NullAway.Init") // JMH calls prepare first
    private Tissue tissue;

    /** Lets new tissue settle for a second. */
    @Setup(Level.Trial)
    public void prepare() {
        tissue = new Tissue(TissueSettings.of(model, TissueArea.sideBySide(List.of("tissue"), List.of(neurons)), 1));
        tissue.advance(SECOND_MICROS, new SpikeBlock());
    }

    /** The next second. */
    @Benchmark
    public SpikeBlock second() {
        SpikeBlock spikes = new SpikeBlock();
        tissue.advance(tissue.nowMicros() + SECOND_MICROS, spikes);
        return spikes;
    }
}
