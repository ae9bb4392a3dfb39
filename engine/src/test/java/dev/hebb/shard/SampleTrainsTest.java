package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairHistogram;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleTrainsTest {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final long WINDOW = 1_000_000;
    private static final int NEURONS = 40;

    private final SpikeLog log = new SpikeLog();

    @Test
    void aFewNeuronsAreCountedAsInTheWholeNetwork() {
        // Given: neurons that fire together now and then, some of them outside of the sample
        Random random = new Random(5);
        for (long time = 0; time < 4 * WINDOW; time += random.nextInt(2_000)) {
            log.append(time, random.nextInt(NEURONS));
        }
        int[] slots = {17, 3, 39, 0, 22};
        // When
        SampleTrains sample = new SampleTrains(AXIS, WINDOW, log, new WindowRange(1, 2, NEURONS, 2 * WINDOW), slots);
        // Then: each pair has what merging its two trains gives
        TrainIndex network = new TrainIndex(AXIS);
        CountRow row = new CountRow(AXIS);
        for (long window = 1; window <= 2; window++) {
            TrainIndex few = sample.index(window);
            network.rebuild(log, window * WINDOW, (window + 1) * WINDOW, NEURONS);
            for (int post = 0; post < slots.length; post++) {
                row.reset(slots.length);
                new DendriteCounter(AXIS).count(few, post, few.fromMicros(), few.toMicros(), row);
                for (int pre = 0; pre < slots.length; pre++) {
                    int[] counted = new int[AXIS.cells()];
                    row.addTo(pre, counted, 0);
                    assertThat(counted).isEqualTo(merged(network, slots[pre], slots[post]));
                }
            }
        }
    }

    private static int[] merged(TrainIndex network, int pre, int post) {
        int[] counts = new int[AXIS.cells()];
        new PairHistogram(AXIS).count(network, pre, post, network.fromMicros(), network.toMicros(), counts);
        return counts;
    }
}
