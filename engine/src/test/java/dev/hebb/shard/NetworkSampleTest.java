package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
