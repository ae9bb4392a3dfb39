package dev.hebb.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.synapse.SynapseState;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TissueProperties {
    private static final long SECOND = 1_000_000;
    private static final long START = -7 * SECOND;

    @Property(tries = 8)
    void sameSeedAndCallsMakeTheSameSpikesInBlocksOfAnySize(
            @ForAll CellModel model,
            @ForAll long seed,
            @ForAll @LongRange(min = 1_000, max = 700_000) long callMicros) {
        // Given
        TissueSettings settings = lively(model, 40, seed);
        // When
        TissueHistory whole = eventful(settings, 3 * SECOND);
        TissueHistory inPieces = eventful(settings, callMicros);
        TissueHistory other = eventful(lively(model, 40, seed + 1), 3 * SECOND);
        // Then
        assertThat(inPieces.spikes.copyTimesMicros()).isEqualTo(whole.spikes.copyTimesMicros());
        assertThat(inPieces.spikes.copyNeurons()).isEqualTo(whole.spikes.copyNeurons());
        assertThat(inPieces.cues).isEqualTo(whole.cues);
        assertThat(other.spikes.copyTimesMicros()).isNotEqualTo(whole.spikes.copyTimesMicros());
    }

    @Property(tries = 8)
    void spikesAreInOrderInsideTheRun(
            @ForAll CellModel model, @ForAll long seed, @ForAll @IntRange(min = 5, max = 80) int neurons) {
        // Given, When
        TissueHistory life = eventful(lively(model, neurons, seed), SECOND);
        // Then
        long[] times = life.spikes.copyTimesMicros();
        assertThat(times).isSorted().isNotEmpty();
        assertThat(times[0]).isGreaterThanOrEqualTo(START);
        assertThat(times[times.length - 1]).isLessThan(START + 6 * SECOND);
        assertThat(Arrays.stream(life.spikes.copyNeurons()).summaryStatistics())
                .satisfies(ids -> assertThat(ids.getMin()).isNotNegative())
                .satisfies(ids -> assertThat(ids.getMax()).isLessThan(neurons));
    }

    @Property(tries = 8)
    void lesionOfANeuronWithoutSynapsesChangesNoOther(@ForAll CellModel model, @ForAll long seed) {
        // Given
        TissueSettings apart =
                TissueSettings.of(model, TissueArea.single("all", 6), seed).with(Connections.none());
        Tissue whole = new Tissue(apart);
        Tissue hurt = new Tissue(apart);
        // When
        hurt.lesion(2);
        TissueHistory of = TissueHistory.of(whole, 5 * SECOND);
        TissueHistory without = TissueHistory.of(hurt, 5 * SECOND);
        // Then
        assertThat(without.count(2)).isZero();
        for (int neuron : new int[] {0, 1, 3, 4, 5}) {
            assertThat(without.count(neuron)).isEqualTo(of.count(neuron));
        }
    }

    /** Three times two seconds, with something done in between. */
    private static TissueHistory eventful(TissueSettings settings, long callMicros) {
        Tissue tissue = new Tissue(settings);
        TissueHistory life = new TissueHistory().live(tissue, START + 2 * SECOND, callMicros);
        tissue.apply(SynapseNews.present(0, 1, SynapseState.ACTIVE, 0.7, 2_000));
        tissue.stimulate(1.5, 0, 1);
        tissue.cue("a");
        life.live(tissue, START + 4 * SECOND, callMicros);
        tissue.stress(0.5);
        tissue.lesion(3);
        return life.live(tissue, START + 6 * SECOND, callMicros);
    }

    private static TissueSettings lively(CellModel model, int neurons, long seed) {
        return TissueSettings.of(model, TissueArea.single("all", neurons), seed)
                .with(Clock.standard().startingAt(START))
                .with(
                        List.of(new RoutePlan("a", 3, 1, model.routeDrive())),
                        List.of(new Practice("a", 2, SECOND, 5 * SECOND)));
    }
}
