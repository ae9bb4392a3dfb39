package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.BruteForceCounts.Cell;
import dev.hebb.cofiring.BruteForceCounts.Spike;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Checks of cases in which other correlograms and coincidence counts have gone wrong. */
class CountingMistakesTest {
    private static final long DAY = 86_400_000_000L;
    private static final LagAxis AXIS = LagAxis.standard();

    private static int coincidences(List<Spike> spikes, int intervalMicros) {
        SpikeLog log = BruteForceCounts.log(BruteForceCounts.ordered(spikes));
        TrainIndex trains = new TrainIndex(AXIS);
        long to = log.timeAt(log.size() - 1) + 1;
        trains.rebuild(log, log.timeAt(0), to, 2);
        int[] counts = new int[2];
        new Coincidences(AXIS, intervalMicros).count(trains, 1, log.timeAt(0), to, counts);
        return counts[0];
    }

    private static int[] histogram(List<Spike> spikes, int pre, int post, int slots) {
        SpikeLog log = BruteForceCounts.log(BruteForceCounts.ordered(spikes));
        TrainIndex trains = new TrainIndex(AXIS);
        long to = log.timeAt(log.size() - 1) + 1;
        trains.rebuild(log, log.timeAt(0), to, slots);
        CountRow row = new CountRow(AXIS);
        row.reset(slots);
        new DendriteCounter(AXIS).count(trains, post, log.timeAt(0), to, row);
        int[] cells = new int[AXIS.cells()];
        row.addTo(pre, cells, 0);
        return cells;
    }

    @Test
    void theCoincidenceIntervalDoesNotGrowWithTheTimeOfDay() {
        for (long start : new long[] {0, 1_000_000_000L, DAY, 20_000 * DAY}) {
            // Given: 4.999 ms apart, 5.000 ms apart, 12 ms apart
            List<Spike> near = List.of(new Spike(start, 0), new Spike(start + 4_999, 1));
            List<Spike> edge = List.of(new Spike(start, 0), new Spike(start + 5_000, 1));
            List<Spike> far = List.of(new Spike(start, 0), new Spike(start + 12_000, 1));
            // When, Then
            assertThat(coincidences(near, 5_000)).as("at %d µs", start).isOne();
            assertThat(coincidences(edge, 5_000)).as("at %d µs", start).isZero();
            assertThat(coincidences(far, 5_000)).as("at %d µs", start).isZero();
        }
    }

    @Test
    void aSilentUnitDoesNotShiftTheCountsOfOthers() {
        // Given: unit 1 is silent in the first recording, and not there in the second
        List<Spike> withSilent = List.of(new Spike(0, 0), new Spike(3_000, 2), new Spike(9_000, 0));
        List<Spike> without = List.of(new Spike(0, 0), new Spike(3_000, 1), new Spike(9_000, 0));
        // When, Then
        assertThat(histogram(withSilent, 0, 2, 3)).isEqualTo(histogram(without, 0, 1, 2));
        assertThat(histogram(withSilent, 1, 2, 3)).containsOnly(0);
        assertThat(histogram(withSilent, 0, 1, 3)).containsOnly(0);
    }

    @Test
    void pairsOfBothOrdersNextToZeroAreAllCounted() {
        // Given: twice 0 fires first, once 1 does, all within a bin of zero
        List<Spike> spikes = List.of(
                new Spike(100_000, 0), new Spike(100_300, 1),
                new Spike(300_000, 0), new Spike(300_400, 1),
                new Spike(500_000, 1), new Spike(500_200, 0));
        // When
        int[] cells = histogram(spikes, 0, 1, 2);
        // Then: three, where the larger of both orders would be two
        assertThat(cells[AXIS.causalCell(0)]).isEqualTo(2);
        assertThat(cells[AXIS.antiCausalCell(0)]).isEqualTo(1);
    }

    @Test
    void moreThanThreeHundredUnitsAreCountedExactlyAndAlikeEachTime() {
        // Given
        Random random = new Random(11);
        List<Spike> spikes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            spikes.add(new Spike(random.nextInt(1_000_000), random.nextInt(400)));
        }
        List<Spike> ordered = BruteForceCounts.ordered(spikes);
        long from = ordered.get(0).time();
        long to = ordered.get(ordered.size() - 1).time() + 1;
        Map<Cell, Integer> expected = BruteForceCounts.causal(ordered, AXIS, from, to);
        for (int post : new int[] {0, 1, 299, 300, 301, 399}) {
            // When, Then
            for (int pre = 0; pre < 400; pre += 13) {
                int[] counted = histogram(spikes, pre, post, 400);
                assertThat(counted).isEqualTo(BruteForceCounts.twoSided(expected, AXIS, pre, post));
                assertThat(counted).isEqualTo(histogram(spikes, pre, post, 400));
            }
        }
    }
}
