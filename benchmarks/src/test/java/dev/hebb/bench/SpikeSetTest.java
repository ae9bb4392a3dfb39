package dev.hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SpikeSetTest {
    @Test
    void isInOrderWithoutDuplicatesAndTheSameEachTime() {
        SpikeSet spikes = SpikeSet.poisson(3, 100_000, 500_000, 9);

        assertThat(spikes.size()).isBetween(100_000, 149_999);
        for (int i = 1; i < spikes.size(); i++) {
            assertThat(spikes.timesMicros()[i]).isGreaterThanOrEqualTo(spikes.timesMicros()[i - 1]);
            assertThat(spikes.timesMicros()[i] * 3 + spikes.ids()[i])
                    .isGreaterThan(spikes.timesMicros()[i - 1] * 3 + spikes.ids()[i - 1]);
        }
        assertThat(SpikeSet.poisson(3, 100_000, 500_000, 9).timesMicros()).isEqualTo(spikes.timesMicros());
    }

    @Test
    void cutsAtATime() {
        SpikeSet spikes = SpikeSet.poisson(10, 5, 60_000_000, 1);
        SpikeSet half = spikes.before(30_000_000);

        assertThat(half.timesMicros()[half.size() - 1]).isLessThan(30_000_000);
        assertThat(spikes.timesMicros()[half.size()]).isGreaterThanOrEqualTo(30_000_000);
        assertThat(half.windows(10_000_000)).isEqualTo(3);
    }

    @Test
    void feedsAllOfItself() throws IOException {
        SpikeSet spikes = SpikeSet.poisson(10, 100, 20_000_000, 1);
        int fed = 0;
        try (SpikeSource source = spikes.source()) {
            SpikeBlock block = new SpikeBlock();
            while (source.read(block)) {
                assertThat(block.timeMicros(0)).isEqualTo(spikes.timesMicros()[fed]);
                fed += block.length();
            }
        }
        assertThat(fed).isEqualTo(spikes.size());
    }
}
