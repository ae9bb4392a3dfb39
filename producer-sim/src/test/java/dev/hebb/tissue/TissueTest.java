package dev.hebb.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.SynapseState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class TissueTest {
    private static final long SECOND = 1_000_000;

    @ParameterizedTest
    @CsvSource({"IZHIKEVICH, 100", "IZHIKEVICH, 1000", "LIF, 100", "LIF, 1000"})
    void backgroundIsAFewHertzWithoutRunaway(CellModel model, int neurons) {
        // Given
        Tissue tissue = new Tissue(TissueSettings.of(model, TissueArea.single("all", neurons), 5));
        // When
        TissueHistory life = TissueHistory.of(tissue, 20 * SECOND);
        // Then
        assertThat(life.rateHz(neurons, 20 * SECOND)).isBetween(1.0, 6.0);
        assertThat(mostWithin(life.spikes.copyTimesMicros(), 50_000)).isLessThan(neurons);
    }

    @ParameterizedTest
    @EnumSource
    void noiseMakesCellsFireAtTheRateOfTheSettings(CellModel model) {
        // Given
        TissueSettings apart = TissueSettings.of(model, TissueArea.single("all", 50), 3)
                .with(Connections.none())
                .withRate(4);
        // When
        TissueHistory life = TissueHistory.of(new Tissue(apart), 40 * SECOND);
        // Then: 8,000 spikes here, and 800 in calibration
        assertThat(life.rateHz(50, 40 * SECOND)).isCloseTo(4, within(0.5));
        assertThat(TissueHistory.of(new Tissue(apart.withRate(0)), SECOND)
                        .spikes
                        .isEmpty())
                .isTrue();
    }

    /** A lone pair: the follower's spike comes after the delay, and after a step and its own latency at most. */
    @ParameterizedTest
    @CsvSource({"IZHIKEVICH, 500", "IZHIKEVICH, 1000", "LIF, 500", "LIF, 1000"})
    void conductionTakesItsDelay(CellModel model, long stepMicros) {
        // Given
        Tissue tissue = new Tissue(chain(model, 8, stepMicros));
        TissueRoute route = tissue.routes().get(0);
        // When
        tissue.cue("chain");
        TissueHistory life = TissueHistory.of(tissue, SECOND / 2);
        // Then
        tissue.eachSynapse((pre, post, delay, efficacy) -> {
            long lag = time(life, post) - time(life, pre);
            assertThat(lag).isBetween(delay, delay + stepMicros + 2_500);
        });
        assertThat(RouteResponse.of(route, 0, life.spikes).beyondChance()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatHebbPrunesNoLongerConductsAndWhatItUnmasksDoesAgain(CellModel model) {
        // Given
        Tissue tissue = new Tissue(chain(model, 8, 500));
        TissueRoute route = tissue.routes().get(0);
        int pre = route.groups().get(1)[0];
        int post = route.groups().get(2)[0];
        // When, Then
        assertThat(answer(tissue, post)).isTrue();
        tissue.apply(SynapseNews.present(pre, post, SynapseState.DORMANT, 0.4, 0));
        assertThat(answer(tissue, post)).isFalse();
        tissue.apply(SynapseNews.present(pre, post, SynapseState.ACTIVE, 0.4, 0));
        assertThat(answer(tissue, post)).isTrue();
        tissue.apply(SynapseNews.pruned(pre, post, ChangeReason.UNUSED));
        assertThat(answer(tissue, post)).isFalse();
    }

    @Test
    void whatHebbStrengthensDrivesMore() {
        // Given: a drive that is too weak unless it is strengthened
        Tissue tissue = new Tissue(chain(CellModel.IZHIKEVICH, 0.8, 500));
        TissueRoute route = tissue.routes().get(0);
        int follower = route.groups().get(1)[0];
        // When, Then
        assertThat(answer(tissue, follower)).isFalse();
        tissue.apply(SynapseNews.present(route.cued()[0], follower, SynapseState.ACTIVE, 0.1, 0));
        assertThat(answer(tissue, follower)).isFalse();
        tissue.apply(SynapseNews.present(route.cued()[0], follower, SynapseState.ACTIVE, 0.5, 0));
        assertThat(answer(tissue, follower)).isTrue();
    }

    @Test
    void aSynapseThatOnlyHebbKnowsGrowsAndIsGoneWhenPruned() {
        // Given
        Efficacy efficacy = new Efficacy(1, 2, 8, 1);
        Tissue tissue = new Tissue(chain(CellModel.IZHIKEVICH, 8, 500).with(efficacy));
        TissueRoute route = tissue.routes().get(0);
        int cued = route.cued()[0];
        int last = route.groups().get(3)[0];
        int stranger = Arrays.stream(new int[] {0, 1, 2, 3, 4})
                .filter(k -> route.groups().stream().noneMatch(g -> g[0] == k))
                .findFirst()
                .orElseThrow();
        tissue.lesion(route.groups().get(1)[0]);
        // When, Then
        assertThat(answer(tissue, last)).isFalse();
        tissue.apply(SynapseNews.present(cued, last, SynapseState.ACTIVE, 0.3, 3_000));
        assertThat(answer(tissue, last)).isTrue();
        tissue.apply(SynapseNews.present(cued, stranger, SynapseState.ACTIVE, 0.3, 3_000));
        assertThat(answer(tissue, stranger)).as("there is room for one").isFalse();
        tissue.apply(SynapseNews.pruned(cued, last, ChangeReason.UNUSED));
        assertThat(answer(tissue, last)).isFalse();
        tissue.apply(SynapseNews.present(cued, stranger, SynapseState.ACTIVE, 0.3, 3_000));
        assertThat(answer(tissue, stranger)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void lesionedNeuronsNeverFireAndStimulatedOnesFireMore(CellModel model) {
        // Given
        Tissue tissue = new Tissue(TissueSettings.of(model, TissueArea.single("all", 60), 4));
        // When
        tissue.lesion(7, 8, 9, 1_000);
        tissue.stimulate(2, 1);
        tissue.stimulate(0, 2);
        TissueHistory stimulated = TissueHistory.of(tissue, 20 * SECOND);
        tissue.stimulate(1, 1, 2);
        TissueHistory after = TissueHistory.of(tissue, 40 * SECOND);
        // Then
        assertThat(stimulated.count(7) + stimulated.count(8) + after.count(9)).isZero();
        assertThat(stimulated.count(1)).isGreaterThan(2 * after.count(1));
        assertThat(stimulated.count(2)).isZero();
        assertThat(after.count(2)).isPositive();
    }

    @Test
    void underStressOnlyTheStrongestRouteConducts() {
        // Given: two routes, one of which was strengthened
        TissueSettings settings = TissueSettings.of(CellModel.IZHIKEVICH, TissueArea.single("all", 20), 4)
                .with(Connections.none())
                .withRate(0)
                .with(
                        List.of(
                                new RoutePlan("old", 4, 1, CellModel.IZHIKEVICH.routeDrive()),
                                new RoutePlan("new", 4, 1, CellModel.IZHIKEVICH.routeDrive())),
                        List.of());
        Tissue tissue = new Tissue(settings);
        for (int stage = 1; stage < 4; stage++) {
            TissueRoute old = tissue.routes().get(0);
            int pre = old.groups().get(stage - 1)[0];
            tissue.apply(SynapseNews.present(pre, old.groups().get(stage)[0], SynapseState.ACTIVE, 0.8, 0));
        }
        // When, Then
        assertThat(responses(tissue)).containsExactly(1.0, 1.0);
        tissue.stress(0.5);
        assertThat(responses(tissue)).containsExactly(1.0, 0.0);
        tissue.stress(0);
        assertThat(responses(tissue)).containsExactly(1.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource
    void aCuePassesARouteInPartAndAStrengthenedRouteWhole(CellModel model) {
        // Given
        TissueSettings settings = TissueSettings.of(model, TissueArea.single("all", 100), 6)
                .with(
                        List.of(new RoutePlan("r", 4, 3, model.routeDrive())),
                        List.of(new Practice("r", 2, SECOND, Practice.ALWAYS)));
        Tissue naive = new Tissue(settings);
        Tissue strengthened = new Tissue(settings);
        Tissue masked = new Tissue(settings);
        tell(strengthened, SynapseState.ACTIVE);
        tell(masked, SynapseState.DORMANT);
        // When
        double before =
                TissueHistory.of(naive, 30 * SECOND).response(naive.routes().get(0));
        double strong = TissueHistory.of(strengthened, 30 * SECOND)
                .response(naive.routes().get(0));
        double none =
                TissueHistory.of(masked, 30 * SECOND).response(naive.routes().get(0));
        // Then
        assertThat(before).isBetween(0.35, 0.9);
        assertThat(strong).isGreaterThan(before + 0.05).isGreaterThan(0.75);
        assertThat(none).isCloseTo(0, within(0.1));
    }

    @Test
    void refusesRoutesThatDoNotFit() {
        // Given
        TissueSettings small = TissueSettings.of(CellModel.LIF, TissueArea.single("tiny", 10), 1)
                .with(List.of(new RoutePlan("long", 5, 2, 1)), List.of());
        // When, Then
        assertThatThrownBy(() -> new Tissue(small)).hasMessageContaining("tiny").hasMessageContaining("long");
        assertThatThrownBy(() -> small.with(List.of(), List.of(new Practice("lost", 1, 0, 1))))
                .hasMessageContaining("lost");
    }

    private static void tell(Tissue tissue, SynapseState state) {
        List<int[]> groups = tissue.routes().get(0).groups();
        for (int stage = 1; stage < groups.size(); stage++) {
            for (int pre : groups.get(stage - 1)) {
                for (int post : groups.get(stage)) {
                    tissue.apply(SynapseNews.present(pre, post, state, 0.7, 0));
                }
            }
        }
    }

    private static List<Double> responses(Tissue tissue) {
        long begin = tissue.nowMicros();
        tissue.routes().forEach(route -> tissue.cue(route.name()));
        TissueHistory life = TissueHistory.of(tissue, begin + SECOND);
        return tissue.routes().stream()
                .map(route -> RouteResponse.of(route, begin, life.spikes).beyondChance())
                .toList();
    }

    /** Four cells in a row, and one that nothing leads to, all without noise. */
    private static TissueSettings chain(CellModel model, double drive, long stepMicros) {
        return TissueSettings.of(model, TissueArea.single("row", 5), 9)
                .with(Connections.none())
                .withRate(0)
                .with(List.of(new RoutePlan("chain", 4, 1, drive)), List.of())
                .with(new Efficacy(1, 2, 0, 0))
                .with(new Clock(0, stepMicros));
    }

    /** Gives a cue, and returns whether a neuron fires in the second after it. */
    private static boolean answer(Tissue tissue, int neuron) {
        tissue.cue("chain");
        return TissueHistory.of(tissue, tissue.nowMicros() + SECOND).count(neuron) > 0;
    }

    private static long time(TissueHistory life, int neuron) {
        for (int spike = 0; spike < life.spikes.length(); spike++) {
            if (life.spikes.neuron(spike) == neuron) {
                return life.spikes.timeMicros(spike);
            }
        }
        throw new AssertionError("neuron " + neuron + " did not fire");
    }

    private static int mostWithin(long[] times, long micros) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.length; to++) {
            while (times[to] - times[from] >= micros) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
