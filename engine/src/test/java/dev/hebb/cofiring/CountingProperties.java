package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.BruteForceCounts.Cell;
import dev.hebb.cofiring.CountingCases.Case;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Law 1: every kernel agrees with the brute force on the counting contract, exactly. */
class CountingProperties {
    @Provide
    Arbitrary<Case> cases() {
        return CountingCases.cases();
    }

    @Property(tries = 300)
    void dendriteCounterCountsBothOrders(@ForAll("cases") Case given, @ForAll @IntRange(max = 500) int blockBytes) {
        Map<Cell, Integer> expected = BruteForceCounts.causal(given.spikes(), given.axis(), given.from(), given.to());
        DendriteCounter counter = new DendriteCounter(given.axis());
        TrainIndex trains = given.trains(blockBytes);
        CountRow row = new CountRow(given.axis());
        for (int post = 0; post < given.slots(); post++) {
            row.reset(given.slots());
            counter.count(trains, post, given.from(), given.to(), row);
            assertRow(given, expected, post, row);
        }
    }

    @Property(tries = 300)
    void aRangeIsTheSumOfItsParts(@ForAll("cases") Case given) {
        Map<Cell, Integer> expected = BruteForceCounts.causal(given.spikes(), given.axis(), given.from(), given.to());
        long middle = given.from() + (given.to() - given.from()) / 3;
        DendriteCounter counter = new DendriteCounter(given.axis());
        TrainIndex trains = given.trains();
        CountRow row = new CountRow(given.axis());
        for (int post = 0; post < given.slots(); post++) {
            row.reset(given.slots());
            counter.count(trains, post, given.from(), middle, row);
            counter.count(trains, post, middle, given.to(), row);
            assertRow(given, expected, post, row);
        }
    }

    @Property(tries = 300)
    void causalCounterCountsOneOrder(@ForAll("cases") Case given, @ForAll @IntRange(max = 500) int blockBytes) {
        Map<Cell, Integer> expected = BruteForceCounts.causal(given.spikes(), given.axis(), given.from(), given.to());
        DendriteCounter counter = new DendriteCounter(given.axis());
        TrainIndex trains = given.trains(blockBytes);
        CountRow row = new CountRow(given.axis());
        for (int post = 0; post < given.slots(); post++) {
            row.reset(given.slots());
            counter.countCausal(trains, post, given.from(), given.to(), row);
            for (int pre = 0; pre < given.slots(); pre++) {
                for (int bin = 0; bin < given.axis().bins(); bin++) {
                    assertThat(row.causal(pre, bin)).isEqualTo(expected.getOrDefault(new Cell(pre, post, bin), 0));
                    assertThat(row.count(pre, bin)).isZero();
                }
            }
        }
    }

    @Property(tries = 300)
    void pairHistogramEqualsTheDendritesRow(@ForAll("cases") Case given) {
        Map<Cell, Integer> expected = BruteForceCounts.causal(given.spikes(), given.axis(), given.from(), given.to());
        PairHistogram histogram = new PairHistogram(given.axis());
        TrainIndex trains = given.trains();
        for (int post = 0; post < given.slots(); post++) {
            for (int pre = 0; pre < given.slots(); pre++) {
                int[] cells = new int[given.axis().cells()];
                histogram.count(trains, pre, post, given.from(), given.to(), cells);
                assertThat(cells).isEqualTo(BruteForceCounts.twoSided(expected, given.axis(), pre, post));
            }
        }
    }

    @Property(tries = 300)
    void lastCausalIsTheLatestSpikeWithAPartnerInTheRangeOfLags(@ForAll("cases") Case given) {
        int reach = given.axis().reachMicros();
        int minLag = reach / 4;
        int maxLag = reach - reach / 4;
        PairHistogram histogram = new PairHistogram(given.axis());
        for (int post = 0; post < given.slots(); post++) {
            for (int pre = 0; pre < given.slots(); pre++) {
                assertThat(histogram.lastCausal(given.trains(), pre, post, minLag, maxLag, given.from(), given.to()))
                        .isEqualTo(BruteForceCounts.lastCausal(given, pre, post, minLag, maxLag));
            }
        }
    }

    @Property(tries = 300)
    void pairTotalsAreTheSumOfTheCausalCounts(@ForAll("cases") Case given) {
        boolean[] odd = new boolean[given.slots()];
        for (int slot = 1; slot < odd.length; slot += 2) {
            odd[slot] = true;
        }
        long total = BruteForceCounts.causal(given.spikes(), given.axis(), given.from(), given.to()).entrySet().stream()
                .filter(entry -> odd[entry.getKey().post()])
                .mapToLong(Map.Entry::getValue)
                .sum();
        PairTotals totals = new PairTotals(given.axis());

        assertThat(totals.count(given.log(), given.from(), given.to(), odd)).isEqualTo(total);
        assertThat(totals.count(given.log(), given.from(), given.to(), odd)).isEqualTo(total);
    }

    @Example
    void pairTotalsCountAcrossLongTimes() {
        LagAxis axis = new LagAxis(1_000, 50, 0);
        SpikeLog log = new SpikeLog();
        // Silences of more microseconds than an int has, and 1,200 s, which are more than one part.
        long[] bursts = {-9_000_000_000L, 0, 2_147_483_640L, 2_147_483_690L, 9_000_000_000L};
        for (long burst : bursts) {
            for (int i = 0; i < 5; i++) {
                log.append(burst + 10 * i, i % 2);
            }
        }
        for (long second = 10_000; second < 11_200; second++) {
            log.append(second * 1_000_000, 0);
            log.append(second * 1_000_000 + 49_999, 1);
        }
        assertThat(new PairTotals(axis).count(log, -10_000_000_000L, 20_000_000_000L, new boolean[] {true, true}))
                .isEqualTo(bruteForce(log, axis));
    }

    private static long bruteForce(SpikeLog log, LagAxis axis) {
        long pairs = 0;
        for (int post = 0; post < log.size(); post++) {
            for (int pre = 0; pre < log.size(); pre++) {
                long lag = log.timeAt(post) - log.timeAt(pre);
                if (lag >= axis.censorMicros() && lag < axis.reachMicros() && log.slotAt(pre) != log.slotAt(post)) {
                    pairs++;
                }
            }
        }
        return pairs;
    }

    @Property(tries = 300)
    void coincidencesCountEachUnorderedPairOnce(@ForAll("cases") Case given) {
        int interval = 1 + given.axis().reachMicros() / 2;
        Coincidences coincidences = new Coincidences(given.axis(), interval);
        for (int post = 0; post < given.slots(); post++) {
            int[] counts = new int[given.slots()];
            coincidences.count(given.trains(), post, given.from(), given.to(), counts);
            for (int pre = 0; pre < given.slots(); pre++) {
                assertThat(counts[pre]).isEqualTo(BruteForceCounts.coincidences(given, interval, pre, post));
            }
        }
    }

    private static void assertRow(Case given, Map<Cell, Integer> expected, int post, CountRow row) {
        for (int pre = 0; pre < given.slots(); pre++) {
            int[] cells = new int[given.axis().cells()];
            row.addTo(pre, cells, 0);
            int[] plain = BruteForceCounts.twoSided(expected, given.axis(), pre, post);
            assertThat(cells).isEqualTo(plain);
            assertThat(row.isTouched(pre)).isEqualTo(Arrays.stream(plain).sum() > 0);
        }
    }
}
