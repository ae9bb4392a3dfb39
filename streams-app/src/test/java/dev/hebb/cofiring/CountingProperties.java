package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.BruteForce.Cell;
import dev.hebb.cofiring.Trains.Case;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law 1: every kernel agrees with the brute force on the counting contract, exactly. */
class CountingProperties {
    @Provide
    Arbitrary<Case> cases() {
        return Trains.cases();
    }

    @Property
    void dendriteCounterCountsBothOrders(@ForAll("cases") Case given) {
        Map<Cell, Integer> expected = BruteForce.causal(given.spikes(), given.axis(), given.from(), given.to());
        int slots = BruteForce.slots(given.spikes());
        CountRow row = new CountRow(given.axis());
        for (int post = 0; post < slots; post++) {
            row.reset(slots);
            counter(given).count(log(given), index(given), post, given.from(), given.to(), row);
            for (int pre = 0; pre < slots; pre++) {
                assertThat(cells(row, pre)).isEqualTo(BruteForce.twoSided(expected, given.axis(), pre, post));
            }
        }
    }

    @Property
    void causalCounterCountsOneOrder(@ForAll("cases") Case given) {
        Map<Cell, Integer> expected = BruteForce.causal(given.spikes(), given.axis(), given.from(), given.to());
        int slots = BruteForce.slots(given.spikes());
        CountRow row = new CountRow(given.axis());
        for (int post = 0; post < slots; post++) {
            row.reset(slots);
            counter(given).countCausal(log(given), index(given), post, given.from(), given.to(), row);
            for (int pre = 0; pre < slots; pre++) {
                for (int bin = 0; bin < given.axis().bins(); bin++) {
                    assertThat(row.causal(pre, bin)).isEqualTo(expected.getOrDefault(new Cell(pre, post, bin), 0));
                    assertThat(row.count(pre, bin)).isZero();
                }
            }
        }
    }

    @Property
    void pairHistogramEqualsTheDendritesRow(@ForAll("cases") Case given) {
        Map<Cell, Integer> expected = BruteForce.causal(given.spikes(), given.axis(), given.from(), given.to());
        int slots = BruteForce.slots(given.spikes());
        PairHistogram histogram = new PairHistogram(given.axis());
        for (int post = 0; post < slots; post++) {
            for (int pre = 0; pre < slots; pre++) {
                int[] cells = new int[given.axis().cells()];
                histogram.count(index(given), pre, post, given.from(), given.to(), cells);
                assertThat(cells).isEqualTo(BruteForce.twoSided(expected, given.axis(), pre, post));
            }
        }
    }

    @Property
    void pairTotalsAreTheSumOfTheCausalCounts(@ForAll("cases") Case given) {
        Map<Cell, Integer> expected = BruteForce.causal(given.spikes(), given.axis(), given.from(), given.to());
        boolean[] odd = new boolean[BruteForce.slots(given.spikes())];
        for (int slot = 1; slot < odd.length; slot += 2) {
            odd[slot] = true;
        }
        long total = expected.entrySet().stream()
                .filter(entry -> odd[entry.getKey().post()])
                .mapToLong(Map.Entry::getValue)
                .sum();
        PairTotals totals = new PairTotals(given.axis());

        assertThat(totals.count(log(given), given.from(), given.to(), odd)).isEqualTo(total);
        assertThat(totals.count(log(given), given.from(), given.to(), odd)).isEqualTo(total);
    }

    @Property
    void coincidencesCountEachUnorderedPairOnce(@ForAll("cases") Case given) {
        int slots = BruteForce.slots(given.spikes());
        int interval = 1 + given.axis().reachMicros() / 2;
        Coincidences coincidences = new Coincidences(given.axis(), interval);
        for (int post = 0; post < slots; post++) {
            int[] counts = new int[slots];
            coincidences.count(log(given), index(given), post, given.from(), given.to(), counts);
            for (int pre = 0; pre < slots; pre++) {
                int expected = BruteForce.coincidences(
                        given.spikes(), given.axis().censorMicros(), interval, pre, post, given.from(), given.to());
                assertThat(counts[pre]).isEqualTo(expected);
            }
        }
    }

    private static DendriteCounter counter(Case given) {
        return new DendriteCounter(given.axis());
    }

    private static SpikeLog log(Case given) {
        return BruteForce.log(given.spikes());
    }

    private static TrainIndex index(Case given) {
        TrainIndex index = new TrainIndex(given.axis());
        index.rebuild(log(given), given.from(), given.to(), BruteForce.slots(given.spikes()));
        return index;
    }

    private static int[] cells(CountRow row, int slot) {
        int[] cells = new int[row.axis().cells()];
        row.addTo(slot, cells, 0);
        return cells;
    }
}
