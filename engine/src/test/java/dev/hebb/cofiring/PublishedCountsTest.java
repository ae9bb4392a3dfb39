package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers that other projects test themselves with. */
class PublishedCountsTest {
    /** SpikeInterface, test_correlograms.py: spikes at 0, 4, 8, 16 ms of units 0, 1, 0, 1; ±20 ms in bins of 5 ms. */
    @Test
    void spikeInterfaceFourSpikes() {
        LagAxis axis = new LagAxis(5_000, 4, 0);
        SpikeLog log = log(new long[] {0, 4_000, 8_000, 16_000}, new int[] {0, 1, 0, 1});

        assertThat(counted(axis, log, 0, 1)).containsExactly(0, 0, 0, 1, 1, 1, 0, 1);
        assertThat(counted(axis, log, 1, 0)).containsExactly(1, 0, 1, 1, 1, 0, 0, 0);
    }

    /**
     * SpikeInterface, test_correlograms.py: equal trains of two units, a spike every 5 or 5.1 ms, ±150 ms in bins of 5
     * ms.
     */
    @Test
    void spikeInterfaceBinEdges() {
        for (int period : new int[] {5_000, 5_100}) {
            for (int spikes : new int[] {60, 10}) {
                int[] causal = IntStream.range(0, 30)
                        .map(bin -> Math.max(0, spikes - bin))
                        .toArray();

                int[] cells = counted(new LagAxis(5_000, 30, 0), equalTrains(period, spikes), 0, 1);

                assertThat(IntStream.range(30, 60).map(cell -> cells[cell])).containsExactly(boxed(causal));
                assertThat(IntStream.range(0, 30).map(bin -> cells[29 - bin])).containsExactly(boxed(causal));
            }
        }
    }

    /** phylib, test_ccg.py, second case, bin 1, lags 0 to 3. */
    @Test
    void phylibEightSpikes() {
        LagAxis axis = new LagAxis(1, 4, 0);
        SpikeLog log = log(new long[] {2, 3, 10, 12, 20, 24, 30, 40}, new int[] {0, 1, 0, 0, 2, 1, 0, 2});

        assertThat(counted(axis, log, 0, 1)).containsExactly(0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(counted(axis, log, 0, 2)).containsOnly(0);
        assertThat(counted(axis, log, 1, 2)).containsOnly(0);
    }

    /** phylib's first case as brainbox symmetrises it: a simultaneous pair counts both ways. */
    @Test
    void brainboxSimultaneousSpikes() {
        LagAxis axis = new LagAxis(1, 4, 0);
        SpikeLog log = log(new long[] {0, 10, 10, 20}, new int[] {0, 1, 0, 1});

        assertThat(counted(axis, log, 0, 1)).containsExactly(0, 0, 0, 1, 1, 0, 0, 0);
        assertThat(counted(axis, log, 1, 0)).containsExactly(0, 0, 0, 1, 1, 0, 0, 0);
    }

    /** Elephant's cross-correlation histogram of its trains A and B in 1 ms bins, lag = bin of B − bin of A. */
    @Test
    void elephantCrossCorrelationHistogram() {
        long[] times = {1, 1, 2, 7, 15, 18, 28, 28, 28, 30, 34, 38, 43, 43};
        int[] neurons = {0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 1};

        int[] cells = counted(new LagAxis(1, 50, 0), log(times, neurons), 0, 1);

        Map<Integer, Integer> histogram = new TreeMap<>();
        for (int lag = 0; lag < 49; lag++) {
            histogram.put(lag, cells[50 + lag]);
            histogram.put(-lag - 1, cells[50 - 1 - (lag + 1)]);
        }
        histogram.values().removeIf(count -> count == 0);
        assertThat(histogram).isEqualTo(elephant());
    }

    private static Map<Integer, Integer> elephant() {
        String printed = "-42:1 -41:1 -37:1 -36:1 -33:1 -32:1 -29:1 -28:1 -27:1 -26:1 -25:1 -20:1 -16:1 -15:2 -14:1 "
                + "-13:1 -12:1 -10:3 -6:3 -5:1 -2:2 0:4 1:1 3:1 5:1 9:1 11:1 13:3 15:1 17:1 21:2 27:2 28:1 36:1 42:1";
        Map<Integer, Integer> histogram = new TreeMap<>();
        for (String entry : printed.split(" ")) {
            String[] parts = entry.split(":");
            histogram.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return histogram;
    }

    private static SpikeLog equalTrains(int period, int spikes) {
        SpikeLog log = new SpikeLog();
        for (int i = 0; i < spikes; i++) {
            log.append((long) i * period, 0);
            log.append((long) i * period, 1);
        }
        return log;
    }

    private static SpikeLog log(long[] times, int[] neurons) {
        SpikeLog log = new SpikeLog();
        for (int i = 0; i < times.length; i++) {
            log.append(times[i], neurons[i]);
        }
        return log;
    }

    private static int[] counted(LagAxis axis, SpikeLog log, int pre, int post) {
        long to = log.timeAt(log.size() - 1) + 1;
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 0, to, 3);
        CountRow row = new CountRow(axis);
        row.reset(3);
        new DendriteCounter(axis).count(trains, post, 0, to, row);
        int[] cells = new int[axis.cells()];
        row.addTo(pre, cells, 0);
        return cells;
    }

    private static Integer[] boxed(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }
}
