package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.RandomPairs;
import dev.hebb.synapse.DendriteLearner;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.HomeostasisConfig;
import dev.hebb.synapse.PairWindow;
import dev.hebb.synapse.Rows;
import dev.hebb.synapse.SynapseBuilder;
import dev.hebb.synapse.SynapseUpdate;
import dev.hebb.synapse.WindowContext;
import dev.hebb.synapse.WindowContexts;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every rule: weights stay in [0, 1] (law 4), and scaling all times changes nothing (law 5). */
class RuleLawsProperties {
    private static final int LAG_BINS = 50;

    private final EvidenceJudge judge = new EvidenceJudge(LAG_BINS, 1_000, EvidenceConfig.standard());

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(LearningRules.names());
    }

    private static RuleConstants constants(Random random, int times) {
        StdpConstants stdp = new StdpConstants(
                times * (1 + random.nextLong(50_000)),
                times * (1 + random.nextLong(50_000)),
                random.nextDouble(),
                random.nextDouble(),
                random.nextInt(3) * random.nextDouble(),
                random.nextInt(3) * random.nextDouble(),
                times * random.nextInt(5_000));
        double rateHz = 0.001 + random.nextInt(4) * 5 * random.nextDouble();
        return new RuleConstants(
                stdp,
                new OjaConstants(100 * random.nextDouble(), rateHz / times),
                new BcmConstants(times * (1 + random.nextLong(100_000_000)), rateHz / times));
    }

    private static long[] train(Random random, long end) {
        return random.longs(random.nextInt(60), 0, end).sorted().distinct().toArray();
    }

    private static long[] scaled(long[] times, int by) {
        return LongStream.of(times).map(time -> by * time).toArray();
    }

    @Property(tries = 400)
    void weightsStayInTheUnitInterval(
            @ForAll("names") String name,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 10) double gain,
            @ForAll boolean inhibitory) {
        // Given: constants up to their bounds
        Random random = new Random(seed);
        SynapseUpdate update = new SynapseUpdate(LearningRules.byName(name, constants(random, 1)), judge);
        DendriteSynapses row = Rows.row(SynapseBuilder.of(1)
                .weight(random.nextDouble())
                .inhibitory(inhibitory)
                .build());
        for (int window = 0; window < 20; window++) {
            long start = window * WindowContexts.WINDOW_MICROS;
            long[] pre =
                    LongStream.of(train(random, 100_000)).map(t -> t + start).toArray();
            long[] post =
                    LongStream.of(train(random, 100_000)).map(t -> t + start).toArray();
            Histogram histogram = RandomPairs.histogram(random, 1_000);
            // When
            PairWindow seen =
                    new PairWindow(histogram, pre.length, post.length, PairWindow.NEVER, new ArrayTrains(pre, post));
            update.apply(row, 0, WindowContexts.window(window), gain, seen);
            // Then
            assertThat(row.weight(0)).isBetween(0.0, 1.0);
            assertThat(row.memory(0).first()).isFinite();
            assertThat(row.memory(0).second()).isFinite();
        }
    }

    @Property(tries = 400)
    void scalingAllTimesChangesNothing(
            @ForAll("names") String name,
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 20) int times,
            @ForAll boolean inhibitory) {
        // Given
        double weight = new Random(seed).nextDouble();
        LearningRule rule = LearningRules.byName(name, constants(new Random(seed), 1));
        LearningRule slower = LearningRules.byName(name, constants(new Random(seed), times));
        RuleRun plain = new RuleRun(rule, 0.5, weight, inhibitory);
        RuleRun scaled = new RuleRun(slower, 0.5, weight, inhibitory);
        Random random = new Random(seed);
        long[] pre = train(random, 3 * WindowContexts.WINDOW_MICROS);
        long[] post = train(random, 3 * WindowContexts.WINDOW_MICROS);
        for (int window = 0; window < 3; window++) {
            // When
            long start = window * WindowContexts.WINDOW_MICROS;
            long end = start + WindowContexts.WINDOW_MICROS;
            double causal = random.nextInt(20);
            double chance = 20 * random.nextDouble();
            double once = plain.window(start, end, new ArrayTrains(pre, post), causal, chance);
            PairTrains slow = new ArrayTrains(scaled(pre, times), scaled(post, times));
            double then = scaled.window(times * start, times * end, slow, causal, chance);
            // Then
            assertThat(then).isCloseTo(once, within(1e-12));
        }
    }

    @Property(tries = 100)
    void whatIsNotObservedIsNotLearnedButRemembered(@ForAll("names") String name, @ForAll long seed) {
        // Given
        ArrayTrains trains = trains(new Random(seed));
        // When
        DendriteSynapses row =
                closed(name, seed, trains, WindowContexts.number(0).observed(0).build());
        // Then
        assertThat(row.weight(0)).isEqualTo(0.5);
        assertThat(row.lastCoFiredAtMicros(0)).isZero();
        double expected = name.startsWith("stdp") ? RuleLawsProperties.lastTrace(name, trains, seed) : 1;
        assertThat(row.memory(0).first()).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 100)
    void tracesOfAnObservedWindowAreRemembered(@ForAll boolean nearest, @ForAll long seed) {
        // Given
        String name = nearest ? "stdp-nearest" : "stdp";
        ArrayTrains trains = trains(new Random(seed));
        // When
        DendriteSynapses row =
                closed(name, seed, trains, WindowContexts.number(0).build());
        // Then
        assertThat(row.memory(0).first()).isCloseTo(lastTrace(name, trains, seed), within(1e-12));
    }

    /** A dendrite with one synapse, of which a window was closed in which these trains fired. */
    private DendriteSynapses closed(String name, long seed, ArrayTrains trains, WindowContext context) {
        DendriteLearner learner = new DendriteLearner(
                LearningRules.byName(name, constants(new Random(seed), 1)), judge, HomeostasisConfig.off());
        DendriteSynapses row =
                Rows.row(SynapseBuilder.of(1).weight(0.5).memory(1, 0).build());
        PairWindow seen = new PairWindow(RandomPairs.histogram(new Random(seed), 9), 5, 5, 17, trains);
        learner.closeWindow(row, context, 1, pre -> false, (pre, lag, width) -> seen, change -> {});
        return row;
    }

    private static ArrayTrains trains(Random random) {
        return new ArrayTrains(
                train(random, WindowContexts.WINDOW_MICROS), train(random, WindowContexts.WINDOW_MICROS));
    }

    private static double lastTrace(String name, ArrayTrains trains, long seed) {
        double tau = constants(new Random(seed), 1).stdp().tauPlusMicros();
        double trace = Math.exp(-WindowContexts.WINDOW_MICROS / tau);
        for (long time : trains.pre()) {
            double spike = Math.exp((time - WindowContexts.WINDOW_MICROS) / tau);
            trace = name.equals("stdp") ? trace + spike : spike;
        }
        return trace;
    }
}
