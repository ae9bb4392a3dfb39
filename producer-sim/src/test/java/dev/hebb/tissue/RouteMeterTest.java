package dev.hebb.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.produce.SpikeBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteMeterTest {
    private static final long[] EARLIEST = {0, 1_000};
    private static final long[] LATEST = {1_000, 5_000};

    private final TissueRoute first = route("first", 1);
    private final TissueRoute second = route("second", 2);
    private final TissueRoute elsewhere =
            new TissueRoute("elsewhere", List.of(new int[] {7}, new int[] {2}), EARLIEST, LATEST);
    private final RouteMeter meter = new RouteMeter(List.of(first, second, elsewhere));

    @Test
    void aCueIsMeasuredOnEveryRouteThatBeginsWithItsNeurons() {
        // Given: neuron 2 answers the cue of the first route, neuron 1 does not
        SpikeBlock spikes = new SpikeBlock();
        spikes.add(10_200, 0);
        spikes.add(12_000, 2);
        // When: the cue is measured when all routes have had time to answer
        meter.accept(spikes, List.of(new Cue("first", 10_000)), 14_000);
        boolean tooEarly = meter.mean(measured -> true).isPresent();
        meter.accept(new SpikeBlock(), List.of(), 16_000);
        // Then
        assertThat(tooEarly).isFalse();
        assertThat(meter.mean(measured -> measured.answering().equals("first"))).hasValue(0);
        assertThat(meter.mean(measured -> measured.answering().equals("second")))
                .hasValue(1);
        assertThat(meter.mean(measured -> measured.answering().equals("elsewhere")))
                .isEmpty();
    }

    @Test
    void theMeanOfARouteIsOverItsOwnCues() {
        // Given
        SpikeBlock spikes = new SpikeBlock();
        spikes.add(12_000, 2);
        spikes.add(32_000, 1);
        // When
        meter.accept(spikes, List.of(new Cue("first", 10_000), new Cue("second", 10_000)), 25_000);
        meter.accept(new SpikeBlock(), List.of(new Cue("first", 30_000)), 40_000);
        // Then
        assertThat(meter.responses("first"))
                .extracting(RouteMeter.Measured::atMicros)
                .containsExactly(10_000L, 30_000L);
        assertThat(meter.mean("first", 0, 0.5)).isZero();
        assertThat(meter.mean("first", 0.5, 1)).isEqualTo(1);
        assertThat(meter.mean("second", 0, 1)).isEqualTo(1);
        assertThat(meter.mean("elsewhere", 0, 1)).isNaN();
    }

    private static TissueRoute route(String name, int last) {
        return new TissueRoute(name, List.of(new int[] {0}, new int[] {last}), EARLIEST, LATEST);
    }
}
