package dev.hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PoissonRunTest {
    private final PoissonRun run = new PoissonRun(20, 50, 4, 1_000_000, 3);

    @Test
    void windowsFollowEachOther() {
        run.eachWindow((window, spikes) -> {
            assertThat(spikes.size()).isBetween(990, 1_000);
            assertThat(spikes.timesMicros()).isSorted();
            assertThat(spikes.timesMicros()[0]).isGreaterThanOrEqualTo(window * 1_000_000L);
            assertThat(spikes.timesMicros()[spikes.size() - 1]).isLessThan((window + 1) * 1_000_000L);
        });
        assertThat(run.window(1).ids()).isNotEqualTo(run.window(2).ids());
    }

    @Test
    void hasThePairsOfAllItsSpikes() {
        SpikeSet all = run.before(run.micros());

        assertThat(run.spikes()).isEqualTo(all.size());
        assertThat(run.pairs(LagAxis.standard()))
                .isEqualTo(all.pairs(LagAxis.standard()))
                .isPositive();
    }

    @Test
    void cutsAtATime() {
        SpikeSet some = run.before(1_500_000);

        assertThat(some.size()).isLessThan((int) run.spikes());
        assertThat(some.timesMicros()[some.size() - 1]).isBetween(1_400_000L, 1_499_999L);
    }

    @Test
    void feedsAllOfItself() throws IOException {
        SpikeSet all = run.before(run.micros());
        int fed = 0;
        try (SpikeSource source = run.source()) {
            SpikeBlock block = new SpikeBlock();
            while (source.read(block)) {
                assertThat(block.timeMicros(0)).isEqualTo(all.timesMicros()[fed]);
                assertThat(block.neuron(0)).isEqualTo(all.ids()[fed]);
                fed += block.length();
            }
        }
        assertThat(fed).isEqualTo(all.size());
    }
}
