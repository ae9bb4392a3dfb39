package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.evidence.DendriteNull;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.Histograms;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.evidence.TroughNull;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.hipparchus.random.RandomDataGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to judge one pair, on one thread, under JMH: the cost that grows with the square of the neurons. Nearly all
 * pairs are unconnected, which the screens tell without smoothing the histogram.
 *
 * <pre>java -cp 'cli/target/lib/*' org.openjdk.jmh.Main JudgeBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JudgeBenchmark {
    private static final LagAxis AXIS = LagAxis.standard();
    static final int PAIRS = 1_000;
    static final int CONNECTED_EVERY = 20;
    private static final int DENDRITE_PAIRS = 100;
    private static final DendriteNull NOTHING = DendriteNull.unknown(0, OptionalDouble.empty(), TroughNull.UNKNOWN);

    private static final long PAIRS_TESTED = 1_000_000;
    private static final int PEAK_BIN = AXIS.bins() + 2;
    private static final int PEAK_BINS = 3;
    private static final double PEAK_Z = 16;

    /** Mean of the counts of a bin. */
    @Param({"15", "60", "600"})
    public int countsPerBin;

    private final boolean[] might = new boolean[PAIRS];

    @SuppressWarnings("NullAway.Init") // JMH calls prepare first
    private EvidenceJudge judge;

    @SuppressWarnings("NullAway.Init")
    private Histogram[] unconnected;

    @SuppressWarnings("NullAway.Init")
    private Histogram[] connected;

    @SuppressWarnings("NullAway.Init")
    private Histogram[] dendrites;

    /** Makes the histograms: Poisson counts, and the same with a peak. */
    @Setup
    public void prepare() {
        judge = new EvidenceJudge(AXIS.bins(), AXIS.binMicros(), EvidenceConfig.standard());
        RandomDataGenerator random = new RandomDataGenerator(1);
        int bins = judge.bins();
        int[] flat = new int[PAIRS * bins];
        for (int bin = 0; bin < flat.length; bin++) {
            flat[bin] = random.nextPoisson(countsPerBin);
        }
        int[] peaked = flat.clone();
        int excess = (int) Math.ceil(PEAK_Z * Math.sqrt((double) countsPerBin / PEAK_BINS));
        unconnected = new Histogram[PAIRS];
        connected = new Histogram[PAIRS];
        dendrites = new Histogram[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            unconnected[pair] = new Histogram(flat, pair * bins);
            connected[pair] = new Histogram(peaked, pair * bins);
            for (int bin = 0; bin < PEAK_BINS; bin++) {
                peaked[pair * bins + PEAK_BIN + bin] += excess;
            }
            dendrites[pair] = pair % CONNECTED_EVERY == 0 ? connected[pair] : unconnected[pair];
        }
    }

    /** Pairs with neither peak nor trough. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int unconnectedPair() {
        return judgeAll(unconnected);
    }

    /** The same, screened all at once: what a dendrite's pairs cost before those that are left are judged. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public boolean[] screenedPair() {
        judge.screen(new Histograms(PAIRS, index -> unconnected[index]), PAIRS_TESTED, NOTHING, might);
        return might;
    }

    /** Pairs with a peak, which are judged in full. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int connectedPair() {
        return judgeAll(connected);
    }

    /** Pairs of a dendrite, one in twenty of them connected; what they tell of each other is learned first. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int pairOfADendrite() {
        int found = 0;
        for (int from = 0; from < PAIRS; from += DENDRITE_PAIRS) {
            int first = from;
            DendriteNull learned = judge.learn(
                    new Histograms(DENDRITE_PAIRS, index -> dendrites[first + index]), NetworkNull.UNKNOWN, 1);
            for (int pair = from; pair < from + DENDRITE_PAIRS; pair++) {
                found += judge.judge(dendrites[pair], PAIRS_TESTED, learned).connected() ? 1 : 0;
            }
        }
        return found;
    }

    /** Returns how many of the pairs are connected. */
    private int judgeAll(Histogram[] histograms) {
        int found = 0;
        for (Histogram histogram : histograms) {
            found += judge.judge(histogram, PAIRS_TESTED).connected() ? 1 : 0;
        }
        return found;
    }
}
