package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.BruteForceCounts.Cell;
import dev.hebb.cofiring.CountingCases.Case;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitrary;
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

    @Property(tries = 300)
    void coincidencesCountEachUnorderedPairOnce(@ForAll("cases") Case given) {
        int interval = 1 + given.axis().reachMicros() / 2;
        Coincidences coincidences = new Coincidences(given.axis(), interval);
        for (int post = 0; post < given.slots(); post++) {
            int[] counts = new int[given.slots()];
            coincidences.count(given.log(), given.trains(), post, given.from(), given.to(), counts);
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
