package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.RandomPairs;
import dev.hebb.rule.ArrayTrains;
import dev.hebb.rule.CovarianceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Laws that hold for any counts: weights stay in [0, 1], transitions alternate legally, formed − pruned = existing. */
class SynapseLifeProperties {
    private static final int LAG_BINS = 50;
    private static final long WINDOW_MICROS = WindowContexts.WINDOW_MICROS;
    private static final List<Integer> NEURONS = List.of(0, 1, 2, 3, 4, 5);

    private final EvidenceJudge judge = new EvidenceJudge(LAG_BINS, 1_000, EvidenceConfig.standard());
    private final DendriteLearner learner = new DendriteLearner(new CovarianceRule(), judge, HomeostasisConfig.off());
    private final DendriteSynapses row = new DendriteSynapses();
    private final Map<Integer, SynapseState> states = new HashMap<>();
    private int formed;
    private int pruned;

    @Property(tries = 60)
    void aSynapseLivesLegally(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1) double learningRate,
            @ForAll @IntRange(min = 1, max = 4) int fanInBudget) {
        // Given
        StageConstants stage = new StageBuilder()
                .learningRate(learningRate)
                .decayMicros(6 * WINDOW_MICROS)
                .weights(0.2, 0.1)
                .fanInBudget(fanInBudget)
                .dormantTermMicros(4 * WINDOW_MICROS)
                .build();
        Random random = new Random(seed);
        // When
        for (int window = 0; window < 60; window++) {
            live(window, stage, random);
        }
        // Then
        assertThat(formed - pruned).isEqualTo(row.size());
        Statistics.label("pruned").collect(pruned > 0);
    }

    private void live(int window, StageConstants stage, Random random) {
        long start = window * WINDOW_MICROS;
        WindowContext context = WindowContexts.number(window).stage(stage).build();
        learner.judge(row, new RandomPairs(NEURONS, random), 30, context, this::follow);
        learner.closeWindow(row, context, 1, pre -> false, (pre, lag, width) -> window(random, start), this::follow);
        assertThat(row.countActive()).isLessThanOrEqualTo(stage.fanInBudget());
        for (int i = 0; i < row.size(); i++) {
            assertThat(row.weight(i)).isBetween(0.0, 1.0);
            assertThat(row.state(i)).isEqualTo(states.get(row.pre(i)));
        }
    }

    private PairWindow window(Random random, long start) {
        boolean fired = random.nextBoolean();
        return new PairWindow(
                RandomPairs.histogram(random, fired ? 60 : 2),
                50,
                50,
                fired ? start + 1 : PairWindow.NEVER,
                new ArrayTrains());
    }

    private void follow(SynapseChange change) {
        int pre = change.synapse().pre();
        @Nullable SynapseState before = states.get(pre);
        switch (change.kind()) {
            case FORMED -> {
                assertThat(before).isNull();
                formed++;
                states.put(pre, SynapseState.ACTIVE);
            }
            case MASKED -> {
                assertThat(before).isEqualTo(SynapseState.ACTIVE);
                states.put(pre, SynapseState.DORMANT);
            }
            case UNMASKED -> {
                assertThat(before).isEqualTo(SynapseState.DORMANT);
                states.put(pre, SynapseState.ACTIVE);
            }
            case PRUNED -> {
                assertThat(before).isEqualTo(SynapseState.DORMANT);
                pruned++;
                states.remove(pre);
            }
        }
    }
}
