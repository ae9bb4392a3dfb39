package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Compares both STDP rules with looking back at every spike, and whole recordings with recordings in windows. */
class StdpProperties {
    private static final int SPAN_MICROS = 300_000;

    /** Two trains that often fire at one moment, from anywhere in time. */
    record Trains(long origin, long[] pre, long[] post) {
        PairTrains both() {
            return new ArrayTrains(pre, post);
        }

        long end() {
            return origin + SPAN_MICROS;
        }
    }

    @Provide
    Arbitrary<StdpConstants> constants() {
        Arbitrary<Double> exponents = Arbitraries.of(0.0, 0.0, 0.4, 1.0, 2.0);
        Arbitrary<Double> amounts = Arbitraries.doubles().between(0, 0.2);
        Arbitrary<Long> taus = Arbitraries.of(300L, 5_000L, 16_800L, 33_700L);
        return Combinators.combine(
                        taus, taus, amounts, amounts, exponents, exponents, Arbitraries.of(0, 0, 100, 1_000, 3_333))
                .as(StdpConstants::new);
    }

    @Provide
    Arbitrary<Trains> trains() {
        Arbitrary<Long> origins = Arbitraries.of(0L, -SPAN_MICROS / 2L, -(1L << 50), 1_700_000_000_000_000L);
        Arbitrary<long[]> times = Arbitraries.integers()
                .between(0, SPAN_MICROS / 100 - 1)
                .set()
                .ofMaxSize(40)
                .map(set ->
                        set.stream().mapToLong(tenth -> 100L * tenth).sorted().toArray());
        return Combinators.combine(origins, times, times)
                .as((origin, pre, post) -> new Trains(origin, moved(pre, origin), moved(post, origin)));
    }

    private static long[] moved(long[] times, long origin) {
        return LongStream.of(times).map(time -> time + origin).toArray();
    }

    private static LearningRule rule(StdpConstants constants, boolean nearest) {
        return nearest ? new NearestStdpRule(constants) : new StdpRule(constants);
    }

    @Property(tries = 300)
    void tracesDoWhatLookingBackAtEverySpikeDoes(
            @ForAll("constants") StdpConstants constants,
            @ForAll("trains") Trains trains,
            @ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll boolean nearest,
            @ForAll boolean inhibitory) {
        // Given
        double expected =
                new StdpByHand(constants, nearest, inhibitory).learn(weight, 0.75, trains.pre(), trains.post());
        // When: as long as the last action takes
        RuleRun run = new RuleRun(rule(constants, nearest), 0.75, weight, inhibitory).from(trains.origin());
        double learned = run.until(trains.end() + constants.dendriticDelayMicros(), trains.both());
        // Then
        assertThat(learned).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 300)
    void windowsOfAnyLengthDoWhatOneWindowDoes(
            @ForAll("constants") StdpConstants constants,
            @ForAll("trains") Trains trains,
            @ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll boolean nearest,
            @ForAll @IntRange(min = 1, max = 30) int windows,
            @ForAll long seed) {
        // Given
        double whole = new RuleRun(rule(constants, nearest), 1, weight, false)
                .from(trains.origin())
                .until(trains.end(), trains.both());
        long[] ends = LongStream.concat(
                        new Random(seed)
                                .longs(windows, trains.origin() + 1, trains.end())
                                .distinct()
                                .sorted(),
                        LongStream.of(trains.end()))
                .toArray();
        // When
        double cut = new RuleRun(rule(constants, nearest), 1, weight, false)
                .from(trains.origin())
                .untilEach(ends, trains.both());
        // Then
        assertThat(cut).isCloseTo(whole, within(1e-12));
    }
}
