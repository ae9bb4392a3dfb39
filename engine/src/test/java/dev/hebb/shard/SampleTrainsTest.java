package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairHistogram;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import java.util.Random;
import java.util.stream.IntStream;
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
            TrainIndex few = sample.index(window, window);
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

    @Test
    void windowsAreCountedTogetherAsOneByOne() {
        // Given: bursts at the ends of windows, too
        Random random = new Random(6);
        for (long time = 0; time < 4 * WINDOW; time += random.nextInt(300)) {
            log.append(time, random.nextInt(NEURONS));
        }
        int[] slots = {1, 7, 20};
        SampleTrains sample = new SampleTrains(AXIS, WINDOW, log, new WindowRange(1, 3, NEURONS, 3 * WINDOW), slots);
        // When
        int[] oneByOne = new int[slots.length * slots.length * AXIS.cells()];
        for (long window = 1; window <= 3; window++) {
            addTo(oneByOne, sample.index(window, window), slots.length);
        }
        int[] together = new int[oneByOne.length];
        addTo(together, sample.index(1, 3), slots.length);
        // Then
        assertThat(together).isEqualTo(oneByOne);
        assertThat(IntStream.of(together).sum()).isPositive();
    }

    /** Many windows of few spikes, but no more than an index can hold, and never many of very many spikes. */
    @Test
    void asManyWindowsAreCountedTogetherAsStayInACache() {
        assertThat(windowsTogether(10_000_000, 10)).isEqualTo(214);
        assertThat(windowsTogether(10_000_000, 5_000)).isEqualTo(26);
        assertThat(windowsTogether(2_000_000_000, 10)).isEqualTo(1);
        assertThat(windowsTogether(10_000, 200_000)).isEqualTo(1);
    }

    private static long windowsTogether(long windowMicros, int spikesPerWindow) {
        SpikeLog log = new SpikeLog();
        for (int window = 0; window < 2; window++) {
            for (int spike = 0; spike < spikesPerWindow; spike++) {
                log.append(window * windowMicros + spike * windowMicros / spikesPerWindow, 0);
            }
        }
        return new SampleTrains(AXIS, windowMicros, log, new WindowRange(0, 1, 1, 2 * windowMicros), new int[] {0})
                .windowsTogether();
    }

    private static void addTo(int[] counts, TrainIndex trains, int members) {
        CountRow row = new CountRow(AXIS);
        for (int post = 0; post < members; post++) {
            row.reset(members);
            new DendriteCounter(AXIS).count(trains, post, trains.fromMicros(), trains.toMicros(), row);
            for (int pre = 0; pre < members; pre++) {
                row.addTo(pre, counts, (post * members + pre) * AXIS.cells());
            }
        }
    }

    private static int[] merged(TrainIndex network, int pre, int post) {
        int[] counts = new int[AXIS.cells()];
        new PairHistogram(AXIS).count(network, pre, post, network.fromMicros(), network.toMicros(), counts);
        return counts;
    }
}
