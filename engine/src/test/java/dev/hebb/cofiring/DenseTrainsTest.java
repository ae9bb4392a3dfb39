package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hebb.cofiring.BruteForceCounts.Cell;
import dev.hebb.cofiring.BruteForceCounts.Spike;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** More spikes than any neuron has: the counters must hold. */
class DenseTrainsTest {
    @Test
    void aNeuronAtThirtyKilohertzAndABurstAreCounted() {
        List<Spike> spikes = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            spikes.add(new Spike(i * 100L / 3, 0));
        }
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            spikes.add(new Spike(60_000 + random.nextInt(3_000), 1 + random.nextInt(8)));
            spikes.add(new Spike(random.nextInt(133_000), 1 + random.nextInt(8)));
        }
        assertCounted(BruteForceCounts.ordered(spikes), LagAxis.standard(), 20_000, 120_000);
    }

    @Test
    void aCounterGoesBeyondSixteenBits() {
        List<Spike> spikes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            spikes.add(new Spike(i, i % 2));
        }
        assertCounted(spikes, new LagAxis(10_000, 2, 0), 0, 3_000);
    }

    @Test
    void aSecondCountOntoAFullRowCarries() {
        LagAxis axis = new LagAxis(1_000, 1, 0);
        SpikeLog log = new SpikeLog();
        for (int i = 0; i < 400; i++) {
            log.append(i, i % 2);
        }
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 0, 1_000, 2);
        CountRow row = new CountRow(axis);
        row.reset(2);
        for (int time = 0; time < 10; time++) {
            new DendriteCounter(axis).count(trains, 0, 0, 1_000, row);
        }

        assertThat(row.antiCausal(1, 0)).isEqualTo(10 * 200 * 201 / 2);
        assertThat(row.causal(1, 0)).isEqualTo(10 * 200 * 199 / 2);
    }

    @Test
    void aCounterThatWouldLeaveAnIntIsRefused() {
        LagAxis axis = new LagAxis(1_000, 1, 0);
        CountRow row = new CountRow(axis);
        row.reset(1);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> {
                    for (int carries = 0; carries <= Integer.MAX_VALUE / 65_536; carries++) {
                        row.carry(0);
                    }
                })
                .withMessageContaining("slot 0 in cell 0");
        assertThat(row.count(0, 0)).isPositive();
    }

    /** Exact sums in longs say what the halves are. */
    @Test
    void aHistogramThatWouldLeaveAnIntLosesHalfOfItsWeight() {
        LagAxis axis = new LagAxis(1_000, 2, 0);
        SpikeLog log = new SpikeLog();
        log.append(0, 0);
        log.append(1, 1);
        log.append(1_500, 1);
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 0, 2_000, 2);
        CountRow row = new CountRow(axis);
        row.reset(2);
        new DendriteCounter(axis).count(trains, 1, 0, 2_000, row);
        int[] kept = {5, 8, Integer.MAX_VALUE - 1, 2_000_000_001};

        row.addTo(0, kept, 0);
        assertThat(kept).containsExactly(5, 8, Integer.MAX_VALUE, 2_000_000_002);
        row.addTo(0, kept, 0);
        assertThat(kept).containsExactly(2, 4, 1 << 30, 1_000_000_001);
    }

    @Test
    void soDoesOneWhoseNewestCountsCarry() {
        LagAxis axis = new LagAxis(1_000, 1, 0);
        CountRow row = new CountRow(axis);
        row.reset(1);
        row.carry(1);
        int[] kept = {7, Integer.MAX_VALUE};

        row.addTo(0, kept, 0);
        assertThat(kept).containsExactly(3, (int) ((Integer.MAX_VALUE + 65_536L) / 2));
    }

    private static void assertCounted(List<Spike> spikes, LagAxis axis, long from, long to) {
        Map<Cell, Integer> expected = BruteForceCounts.causal(spikes, axis, from, to);
        SpikeLog log = BruteForceCounts.log(spikes);
        int slots = BruteForceCounts.slots(spikes);
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, from, to, slots);
        DendriteCounter counter = new DendriteCounter(axis);
        CountRow row = new CountRow(axis);
        for (int post = 0; post < slots; post++) {
            row.reset(slots);
            counter.count(trains, post, from, to, row);
            for (int pre = 0; pre < slots; pre++) {
                int[] cells = new int[axis.cells()];
                row.addTo(pre, cells, 0);
                assertThat(cells).isEqualTo(BruteForceCounts.twoSided(expected, axis, pre, post));
            }
        }
    }
}
