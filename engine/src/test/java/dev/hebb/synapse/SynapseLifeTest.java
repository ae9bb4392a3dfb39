package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.evidence.Correlograms;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.rule.ArrayTrains;
import dev.hebb.rule.CovarianceRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynapseLifeTest {
    private final EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
    private final DendriteLearner learner = new DendriteLearner(new CovarianceRule(), judge, HomeostasisConfig.off());
    private final List<SynapseChange> changes = new ArrayList<>();

    private void close(DendriteSynapses row, WindowContext context, PairWindow seen) {
        learner.closeWindow(row, context, 1, pre -> false, (pre, lag, width) -> seen, changes::add);
    }

    @Test
    void anUnusedSynapseDecaysWithItsTimeConstant() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.8));
        // When
        for (int window = 0; window < 40; window++) {
            close(row, WindowContexts.window(window), Rows.seen(0, 0));
        }
        // Then: τ later
        assertThat(row.weight(0)).isCloseTo(0.8 / Math.E, within(1e-12));
        assertThat(changes).isEmpty();
    }

    @Test
    void aUsedSynapseSettlesWhereLearningBalancesDecay() {
        // Given: the peak of 10 smoothed over makes chance a little more than nothing
        DendriteSynapses row = Rows.row(Rows.active(1, 0.3));
        // When
        for (int window = 0; window < 400; window++) {
            close(row, WindowContexts.window(window), Rows.seen(0, 10));
        }
        // Then: w = ηr(1 − w) + w, kept · w, with r = 0.2 less chance
        double chance = judge.chanceAt(Rows.seen(0, 10).histogram(), 3, 1);
        double learned = 0.5 * (10 - chance) / 50;
        double kept = Math.exp(-10.0 / 400);
        assertThat(row.weight(0)).isCloseTo(learned * kept / (1 - kept * (1 - learned)), within(1e-9));
        assertThat(changes).isEmpty();
    }

    @Test
    void theAttentionGainMultipliesLearning() {
        // Given
        DendriteSynapses plain = Rows.row(Rows.active(1, 0.3));
        DendriteSynapses attended = Rows.row(Rows.active(1, 0.3));
        // When
        learner.closeWindow(
                plain, WindowContexts.window(0), 1, pre -> false, (pre, lag, width) -> Rows.seen(0, 10), changes::add);
        learner.closeWindow(
                attended,
                WindowContexts.window(0),
                2,
                pre -> false,
                (pre, lag, width) -> Rows.seen(0, 10),
                changes::add);
        // Then
        double kept = Math.exp(-10.0 / 400);
        double once = plain.weight(0) / kept - 0.3;
        assertThat(attended.weight(0) / kept - 0.3).isCloseTo(2 * once, within(1e-12));
    }

    @Test
    void unobservedTimeChangesNothing() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.165), Rows.dormant(2, 0.1, MaskReason.WEAK, 0));
        WindowContext gap = WindowContexts.number(9).observed(0).build();
        // When
        close(row, gap, Rows.seen(0, 0));
        // Then
        assertThat(changes).isEmpty();
        assertThat(row.weight(0)).isEqualTo(0.165);
    }

    @Test
    void aPartlyObservedWindowDecaysForItsObservedPart() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.8));
        WindowContext half = WindowContexts.number(0).observed(5_000_000).build();
        // When
        close(row, half, Rows.seen(0, 0));
        // Then
        assertThat(row.weight(0)).isCloseTo(0.8 * Math.exp(-5.0 / 400), within(1e-12));
    }

    @Test
    void aWeakSynapseIsMaskedAndAfterItsTermPruned() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.162));
        // When: it falls under the threshold at once, and chance coincidences are all that is left
        for (int window = 0; window < 9; window++) {
            close(row, WindowContexts.window(window), Rows.seen(1, 0));
        }
        // Then: the term is five windows
        assertThat(changes)
                .extracting(SynapseChange::kind, SynapseChange::reason, change -> change.synapse()
                        .pre())
                .containsExactly(
                        tuple(ChangeKind.MASKED, ChangeReason.WEAK, 1),
                        tuple(ChangeKind.PRUNED, ChangeReason.UNUSED, 1));
        assertThat(row.size()).isZero();
    }

    @Test
    void underFullStressNothingIsForgotten() {
        // Given: dormant, with a term of five windows
        DendriteSynapses row = Rows.row(Rows.dormant(2, 0.1, MaskReason.WEAK, 0));
        // When: twenty windows of full stress, then two of calm
        for (int window = 0; window < 22; window++) {
            WindowContext stressed = WindowContexts.number(window)
                    .plasticity(window < 20 ? 0 : 1)
                    .build();
            close(row, stressed, Rows.seen(1, 0));
        }
        // Then: only time in calm counts
        assertThat(row.size()).isEqualTo(1);
        // When
        for (int window = 22; window < 30; window++) {
            close(row, WindowContexts.window(window), Rows.seen(1, 0));
        }
        // Then
        assertThat(row.size()).isZero();
    }

    @Test
    void whatASynapseDidBeforeItFellDormantDoesNotWakeIt() {
        // Given: odds as high as they get
        DendriteSynapses row = Rows.row(Rows.active(1, 0.162));
        row.setUseLogOdds(0, 3);
        // When
        close(row, WindowContexts.window(0), Rows.seen(0, 0));
        close(row, WindowContexts.window(1), Rows.seen(0, 0));
        // Then
        assertThat(changes).extracting(SynapseChange::kind).containsExactly(ChangeKind.MASKED);
    }

    @Test
    void aDormantSynapseThatCoFiresAgainIsUnmasked() {
        // Given
        DendriteSynapses row = Rows.row(Rows.dormant(1, 0.05, MaskReason.WEAK, 0));
        // When
        close(row, WindowContexts.window(1), Rows.seen(1, 9));
        // Then
        assertThat(changes)
                .extracting(SynapseChange::kind, SynapseChange::reason)
                .containsExactly(tuple(ChangeKind.UNMASKED, ChangeReason.CO_FIRING));
        assertThat(row.active(0)).isTrue();
        assertThat(row.weight(0)).isEqualTo(0.3);
    }

    @Test
    void anUndecidedDormantSynapseIsNotPrunedWithItsTerm() {
        // Given: odds that speak for it, though not enough
        DendriteSynapses row = Rows.row(Rows.dormant(1, 0.1, MaskReason.WEAK, 0));
        // When: lift 3, chance 1; a pair in every other window, so that the odds go up and down
        for (int window = 1; window <= 12; window++) {
            close(row, WindowContexts.window(window), window % 2 == 0 ? Rows.seen(0, 0) : Rows.seen(1, 1));
        }
        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void beyondTheFanInBudgetTheWeakestAreMasked() {
        // Given
        DendriteSynapses row = Rows.row(
                Rows.active(1, 0.5),
                Rows.active(2, 0.2),
                Rows.active(3, 0.9),
                Rows.active(4, 0.3),
                Rows.active(5, 0.7));
        // When
        close(row, WindowContexts.window(0), Rows.seen(0, 0));
        // Then
        assertThat(changes)
                .extracting(SynapseChange::kind, SynapseChange::reason, change -> change.synapse()
                        .pre())
                .containsExactlyInAnyOrder(
                        tuple(ChangeKind.MASKED, ChangeReason.OUTCOMPETED, 2),
                        tuple(ChangeKind.MASKED, ChangeReason.OUTCOMPETED, 4));
    }

    @Test
    void whenAnInputIsLostOneThatWasOutcompetedIsUnmasked() {
        // Given: three active ones fill the budget, the first is about to be masked as weak
        DendriteSynapses row = Rows.row(
                Rows.active(1, 0.161),
                Rows.active(2, 0.8),
                Rows.active(3, 0.9),
                Rows.dormant(4, 0.5, MaskReason.OUTCOMPETED, 0),
                Rows.dormant(5, 0.6, MaskReason.OUTCOMPETED, 0));
        // When
        close(row, WindowContexts.window(1), Rows.seen(0, 0));
        // Then: the stronger of the two
        assertThat(changes)
                .extracting(SynapseChange::kind, SynapseChange::reason, change -> change.synapse()
                        .pre())
                .containsExactly(
                        tuple(ChangeKind.MASKED, ChangeReason.WEAK, 1),
                        tuple(ChangeKind.UNMASKED, ChangeReason.LOST_INPUT, 5));
    }

    @Test
    void theLatestCausalPairIsRemembered() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.8));
        PairWindow used = new PairWindow(Rows.seen(0, 1).histogram(), 5, 5, 7_654_321, new ArrayTrains());
        // When
        close(row, WindowContexts.window(0), used);
        close(row, WindowContexts.window(1), Rows.seen(0, 0));
        // Then
        assertThat(row.lastCoFiredAtMicros(0)).isEqualTo(7_654_321);
    }
}
