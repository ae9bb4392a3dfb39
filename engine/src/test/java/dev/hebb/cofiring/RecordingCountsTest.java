package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Correlograms of whole recordings, window by window, against integer counts by phylib's code: 26 lag bins of 1 ms.
 * phylib counts a simultaneous pair in one direction only, the order of its input; so bin 0 is compared in sum.
 */
class RecordingCountsTest {
    private static final int BINS = 26;

    @Test
    void simulatedNetworkOfKnownWiring() throws IOException {
        Path folder = folder("groundtruth-spycon/derived");
        List<String[]> spikes = rows(folder.resolve("spikes_us.csv"));
        Counts counts = new Counts(new LagAxis(1_000, BINS, 0), 20);
        counts.count(log(spikes, 0, 1), 10_000_000);

        assertEqual(counts, rows(folder.resolve("phylib_ccg_fs20000_bin1ms_win50ms.csv")), 78_374);
    }

    /** Times are samples at 30 kHz: a unit of time is what one makes of it. */
    @Test
    void sortedUnitsOnALinearTrack() throws IOException {
        Path folder = folder("sorted-units");
        List<String[]> spikes = rows(folder.resolve("nelpy_lineartrack_spikes.csv"));
        Counts counts = new Counts(new LagAxis(30, BINS, 0), 31);
        counts.count(log(spikes, 0, 3), 300_000);

        assertEqual(counts, rows(folder.resolve("phylib_ccg_lineartrack_fs30000_bin1ms_win50ms.csv")), 33_348);
    }

    private static void assertEqual(Counts counts, List<String[]> expected, int sum) {
        int[][][] theirs = new int[counts.units][counts.units][];
        int total = 0;
        for (String[] row : expected) {
            int[] bins = Arrays.stream(row, 2, row.length)
                    .mapToInt(Integer::parseInt)
                    .toArray();
            theirs[Integer.parseInt(row[0])][Integer.parseInt(row[1])] = bins;
            total += Arrays.stream(bins).sum();
        }
        assertThat(total).isEqualTo(sum);
        for (int pre = 0; pre < counts.units; pre++) {
            for (int post = 0; post < counts.units; post++) {
                if (pre != post) {
                    int[] forth = counts.causal[pre][post];
                    int[] back = counts.causal[post][pre];
                    assertThat(Arrays.copyOfRange(forth, 1, BINS))
                            .isEqualTo(Arrays.copyOfRange(theirs[pre][post], 1, BINS));
                    assertThat(forth[0] + back[0] - counts.simultaneous[pre][post])
                            .isEqualTo(theirs[pre][post][0] + theirs[post][pre][0]);
                }
            }
        }
    }

    /** Whole-recording counts, added up from windows. */
    private static final class Counts {
        private final LagAxis axis;
        private final int units;
        private final int[][][] causal;
        private final int[][] simultaneous;

        Counts(LagAxis axis, int units) {
            this.axis = axis;
            this.units = units;
            this.causal = new int[units][units][BINS];
            this.simultaneous = new int[units][units];
        }

        void count(SpikeLog log, long windowMicros) {
            TrainIndex trains = new TrainIndex(axis);
            long last = log.timeAt(log.size() - 1);
            for (long window = log.timeAt(0) / windowMicros; window <= last / windowMicros; window++) {
                trains.rebuild(log, window * windowMicros, (window + 1) * windowMicros, units);
                add(trains);
            }
        }

        private void add(TrainIndex trains) {
            DendriteCounter counter = new DendriteCounter(axis);
            CountRow row = new CountRow(axis);
            Coincidences ties = new Coincidences(axis, 1);
            for (int post = 0; post < units; post++) {
                row.reset(units);
                counter.count(trains, post, trains.fromMicros(), trains.toMicros(), row);
                ties.count(trains, post, trains.fromMicros(), trains.toMicros(), simultaneous[post]);
                for (int pre = 0; pre < units; pre++) {
                    for (int bin = 0; bin < BINS; bin++) {
                        causal[pre][post][bin] += row.causal(pre, bin);
                    }
                }
            }
        }
    }

    private static SpikeLog log(List<String[]> spikes, int unit, int time) {
        SpikeLog log = new SpikeLog();
        spikes.forEach(row -> log.append(Long.parseLong(row[time]), Integer.parseInt(row[unit])));
        return log;
    }

    private static List<String[]> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static Path folder(String name) {
        Path folder = Path.of(System.getProperty("hebb.data", "data"), name);
        assumeTrue(Files.isDirectory(folder), () -> "no recordings at " + folder + "; skipped");
        return folder;
    }
}
