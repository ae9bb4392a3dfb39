package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairHistogram;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkSampleTest {
    private static final int CELLS = 4;

    private final NetworkSample sample = new NetworkSample(CELLS);

    @Test
    void aSmallNetworkIsInItAsAWhole() {
        sample.fillUp(3);
        assertThat(sample.slots()).containsExactly(0, 1, 2);
        assertThat(pairs()).containsExactly("0-1@0", "0-2@4", "1-2@8");
    }

    @Test
    void aPairWhoseCountsWouldLeaveAnIntLosesHalfOfItsWeight() {
        // Given: the second neuron fires 1 µs after the first
        LagAxis axis = new LagAxis(1_000, CELLS / 2, 0);
        SpikeLog log = new SpikeLog();
        log.append(0, 0);
        log.append(1, 1);
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 0, 2_000, 2);
        CountRow row = new CountRow(axis);
        NetworkSample full = new NetworkSample(CELLS, new int[] {0, 1}, new int[] {0, 9, Integer.MAX_VALUE, 100}, 1, 2);

        // When
        row.reset(2);
        new DendriteCounter(axis).countCausal(trains, 1, 0, 2_000, row);
        full.add(row, 1);

        // Then
        assertThat(full.counts()).containsExactly(0, 4, 1 << 30, 50);
    }

    @Test
    void ofALargeNetworkItHasNeuronsAtEvenDistances() {
        sample.fillUp(4 * NetworkSample.NEURONS);
        assertThat(sample.slots())
                .containsExactly(IntStream.range(0, NetworkSample.NEURONS)
                        .map(i -> 4 * i)
                        .toArray());
        assertThat(sample.counts()).hasSize(NetworkSample.NEURONS * (NetworkSample.NEURONS - 1) / 2 * CELLS);
    }

    @Test
    void newNeuronsJoinWhileThereIsRoomAndNoCountMoves() {
        // Given
        sample.fillUp(3);
        for (int cell = 0; cell < 3 * CELLS; cell++) {
            sample.counts()[cell] = cell + 1;
        }
        // When
        sample.fillUp(1_000);
        // Then
        assertThat(sample.slots())
                .hasSize(NetworkSample.NEURONS)
                .doesNotHaveDuplicates()
                .startsWith(0, 1, 2);
        assertThat(sample.counts()).startsWith(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0);
        // When: it is full
        int[] full = sample.slots();
        sample.fillUp(2_000);
        // Then
        assertThat(sample.slots()).containsExactly(full);
        assertThat(sample.networkNeurons()).isEqualTo(2_000);
    }

    /** Causal pairs of all neurons are each pair in both orders, simultaneous ones included. */
    @Test
    void causalPairsOfAllNeuronsAreItsHistograms() {
        // Given
        LagAxis axis = LagAxis.standard();
        SpikeLog log = new SpikeLog();
        Random random = new Random(8);
        for (long time = 0; time < 3_000_000; time += random.nextInt(2_000)) {
            log.append(time, 3 * random.nextInt(2));
            log.append(time, 3 * random.nextInt(2) + 1 + random.nextInt(2));
        }
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 1_000_000, 2_000_000, 6);
        NetworkSample all = new NetworkSample(axis.cells());
        all.fillUp(6);
        // When
        CountRow row = new CountRow(axis);
        for (int neuron = 0; neuron < 6; neuron++) {
            row.reset(6);
            new DendriteCounter(axis).countCausal(trains, neuron, 1_000_000, 2_000_000, row);
            all.add(row, neuron);
        }
        // Then: what merging the two trains of each pair gives
        for (int post = 1; post < 6; post++) {
            for (int pre = 0; pre < post; pre++) {
                int[] merged = new int[axis.cells()];
                new PairHistogram(axis).count(trains, pre, post, 1_000_000, 2_000_000, merged);
                int from = all.from(pre, post);
                assertThat(Arrays.copyOfRange(all.counts(), from, from + axis.cells()))
                        .isEqualTo(merged);
                assertThat(IntStream.of(merged).sum()).isPositive();
            }
        }
    }

    @Test
    void countsThatDoNotFitItsNeuronsAreRefused() {
        assertThatThrownBy(() -> new NetworkSample(CELLS, new int[] {0, 1}, new int[5], 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 neurons has 5 counts");
    }

    private List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        int[] slots = sample.slots();
        for (int post = 1; post < slots.length; post++) {
            for (int pre = 0; pre < post; pre++) {
                pairs.add(slots[pre] + "-" + slots[post] + "@" + sample.from(pre, post));
            }
        }
        return pairs;
    }
}
