package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hebb.evidence.Correlograms;
import dev.hebb.evidence.DendritePairs;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.rule.CovarianceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormationTest {
    private static final int SPIKES = 1_000;

    private final EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
    private final DendriteLearner learner = new DendriteLearner(new CovarianceRule(), judge, HomeostasisConfig.off());
    private final DendriteSynapses row = new DendriteSynapses();
    private final List<SynapseChange> changes = new ArrayList<>();
    private final MadeUpPairs pairs = new MadeUpPairs(new Random(2));

    private void judgePairs() {
        learner.judge(row, pairs, 9_900, WindowContexts.window(30), changes::add);
    }

    @Test
    void aRepeatedPeakFormsASynapse() {
        // Given
        pairs.add(8, 5, 200, 200);
        // When
        judgePairs();
        // Then
        assertThat(changes)
                .extracting(SynapseChange::kind, SynapseChange::reason)
                .containsExactly(tuple(ChangeKind.FORMED, ChangeReason.CONNECTED));
        Synapse formed = row.get(0);
        assertThat(formed.pre()).isEqualTo(8);
        assertThat(formed.peak().lagBin()).isEqualTo(5);
        assertThat(formed.weight()).isEqualTo(0.3);
        assertThat(formed.peak().lift()).isGreaterThan(3);
        assertThat(formed.times().formedAtMicros()).isEqualTo(310_000_000);
        assertThat(formed.times().lastCoFiredAtMicros()).isEqualTo(310_000_000);
    }

    @Test
    void aSingleLuckyPeriodFormsNone() {
        // Given: all in the newest counts, or all in the older ones
        pairs.add(8, 5, 0, 200);
        pairs.add(9, 5, 200, 0);
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void aCommonDriveMakesNoSynapseBetweenThoseItDrives() {
        // Given: i drives j after 3 ms and this neuron after 9 ms with 30 %, so j precedes it by 6 ms with 9 %
        int i = pairs.add(1, 9, 300, 300);
        int j = pairs.add(2, 6, 90, 90);
        pairs.between(i, j, 3, 300);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactly(1);
    }

    @Test
    void aChainMakesNoSynapseFromItsFirstToItsLast() {
        // Given: j drives i after 4 ms, i this neuron after 5 ms, so j precedes it by 9 ms
        int i = pairs.add(1, 5, 300, 300);
        int j = pairs.add(2, 9, 90, 90);
        pairs.between(i, j, -5, 300);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactly(1);
    }

    @Test
    void aPathThatIsTooWeakOrTooSlowExplainsNothing() {
        // Given: the same chain, but the peak of j is three times what it makes; and one whose lags do not add up
        int i = pairs.add(1, 5, 300, 300);
        int j = pairs.add(2, 9, 330, 330);
        int k = pairs.add(3, 18, 90, 90);
        pairs.between(i, j, -5, 300);
        pairs.between(i, k, -5, 300);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void whatAHiddenNeuronMakesFormsNoSynapse() {
        // Given
        whatAHiddenNeuronMakes();
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
        // Given
        pairs.network = NetworkNull.UNKNOWN;
        // When
        judgePairs();
        // Then
        assertThat(changes)
                .as("without the link between the others")
                .extracting(SynapseChange::kind)
                .containsExactly(ChangeKind.FORMED, ChangeKind.FORMED);
    }

    @Test
    void aSynapseThatHasFormedIsNotMaskedForAHiddenNeuron() {
        // Given
        row.add(Rows.active(2, 0.8));
        whatAHiddenNeuronMakes();
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
        assertThat(row.active(row.indexOf(2))).isTrue();
    }

    /** Neuron 1 precedes 2 by 3 ms and this one by 9 ms, 2 precedes this one by 6 ms, each by a small effect. */
    private void whatAHiddenNeuronMakes() {
        pairs.add(1, 9, 100, 100);
        pairs.add(2, 6, 100, 100);
        pairs.network = networkOf(Correlograms.withPeak(Correlograms.flat(40, new Random(4)), 3, 1, 200));
    }

    @Test
    void aSynapseThatTurnsOutToBeExplainedIsOutcompeted() {
        // Given
        row.add(Rows.active(2, 0.8));
        int i = pairs.add(1, 9, 300, 300);
        int j = pairs.add(2, 6, 90, 90);
        pairs.between(i, j, 3, 300);
        // When
        judgePairs();
        // Then
        assertThat(changes)
                .extracting(SynapseChange::kind, SynapseChange::reason, change -> change.synapse()
                        .pre())
                .containsExactly(
                        tuple(ChangeKind.FORMED, ChangeReason.CONNECTED, 1),
                        tuple(ChangeKind.MASKED, ChangeReason.OUTCOMPETED, 2));
    }

    @Test
    void aRepeatedTroughFormsAnInhibitorySynapse() {
        // Given
        pairs.addTrough(8, 4, 0.8, 0.8);
        // When
        judgePairs();
        // Then
        Synapse formed = row.get(0);
        assertThat(formed.pre()).isEqualTo(8);
        assertThat(formed.peak().inhibitory()).isTrue();
        assertThat(formed.peak().z()).isLessThan(-5);
        assertThat(formed.peak().lift()).isBetween(0.05, 0.6);
        assertThat(formed.weight()).isEqualTo(0.3);
    }

    @Test
    void aSinglePeriodOfSilenceFormsNone() {
        // Given
        pairs.addTrough(8, 4, 0, 1);
        pairs.addTrough(9, 4, 1, 0);
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void aTroughThatIsShallowForItsNetworkFormsNoSynapse() {
        // Given
        pairs.addTrough(8, 4, 0.25, 0.25);
        pairs.addTrough(9, 4, 0.8, 0.8);
        pairs.network = networkOfTrough(0.8);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactly(9);
        // Given
        pairs.network = NetworkNull.UNKNOWN;
        // When
        judgePairs();
        // Then
        assertThat(changes)
                .as("of a network of which no sample was counted")
                .extracting(change -> change.synapse().pre())
                .containsExactly(9, 8);
    }

    @Test
    void anInhibitorySynapseThatHasFormedIsNotMaskedForItsDepth() {
        // Given
        pairs.addTrough(8, 4, 0.25, 0.25);
        judgePairs();
        pairs.network = networkOfTrough(0.8);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(SynapseChange::kind).containsExactly(ChangeKind.FORMED);
        assertThat(row.active(row.indexOf(8))).isTrue();
    }

    private NetworkNull networkOfTrough(double depth) {
        Random random = new Random(5);
        return networkOf(Correlograms.withTrough(Correlograms.flat(200, random), 4, 10, depth, random));
    }

    private NetworkNull networkOfPeak() {
        return networkOf(Correlograms.withPeak(Correlograms.flat(40, new Random(4)), 3, 1, 200));
    }

    /** Its sample has one pair, from the first neuron to one that is no partner of this dendrite. */
    private NetworkNull networkOf(int[] counts) {
        return judge.learnNetwork(Correlograms.apart(List.of(counts)), 9_900, 310_000_000);
    }

    @Test
    void aNeuronThatExcitesOthersInhibitsNone() {
        // Given
        pairs.addTrough(8, 4, 0.25, 0.25);
        pairs.network = networkOfPeak();
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
        // Given
        pairs.network = NetworkNull.UNKNOWN;
        // When
        judgePairs();
        // Then
        assertThat(changes)
                .as("of a network of which no sample was counted")
                .extracting(change -> change.synapse().pre())
                .containsExactly(8);
    }

    @Test
    void aNeuronThatInhibitsOthersExcitesNone() {
        // Given
        pairs.add(8, 4, 100, 100);
        pairs.network = networkOfTrough(0.9);
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
        // Given
        pairs.network = NetworkNull.UNKNOWN;
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactly(8);
    }

    @Test
    void anInhibitorySynapseThatHasFormedIsNotMaskedForTheSignOfItsNeuron() {
        // Given
        pairs.addTrough(8, 4, 0.25, 0.25);
        judgePairs();
        pairs.network = networkOfPeak();
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(SynapseChange::kind).containsExactly(ChangeKind.FORMED);
        assertThat(row.active(row.indexOf(8))).isTrue();
    }

    @Test
    void aSynapseDoesNotChangeItsSign() {
        // Given: excitatory so far
        row.add(Rows.active(8, 0.8));
        pairs.addTrough(8, 4, 0.8, 0.8);
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
        assertThat(row.inhibitory(0)).isFalse();
        assertThat(row.lagBin(0)).isEqualTo(3);
        assertThat(row.lift(0)).isEqualTo(3);
    }

    @Test
    void theTroughOfANeuronThatExcitesAnInhibitoryOneIsNotItsOwn() {
        // Given: j makes i fire after 3 ms with 60 %, i silences this neuron from 4 ms on, so j from 7 ms on
        int i = pairs.addTrough(1, 4, 0.9, 0.9);
        int j = pairs.addTrough(2, 7, 0.54, 0.54);
        pairs.between(i, j, -4, 600);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactly(1);
    }

    @Test
    void whatAPathMightMakeForAllThatIsKnownIsNoSynapseYet() {
        // Given: the newest counts between j and i happen to show next to nothing of the chain j -> i -> this neuron
        int i = pairs.add(1, 5, 3_000, 3_000);
        int j = pairs.add(2, 9, 30, 30);
        pairs.between(i, j, -5, 2);
        // When
        judgePairs();
        // Then
        assertThat(changes).extracting(change -> change.synapse().pre()).containsExactly(1);
    }

    @Test
    void theEvidenceOfASynapseIsRefreshed() {
        // Given
        row.add(Rows.active(8, 0.8));
        pairs.add(8, 5, 200, 200);
        // When
        judgePairs();
        // Then
        assertThat(changes).isEmpty();
        assertThat(row.lagBin(0)).isEqualTo(5);
        assertThat(row.z(0)).isGreaterThan(10);
    }

    @Test
    void aStageMayForbidFormation() {
        // Given
        pairs.add(8, 5, 200, 200);
        WindowContext context = WindowContexts.number(30)
                .stage(new StageBuilder().withoutFormation().build())
                .build();
        // When
        learner.judge(row, pairs, 9_900, context, changes::add);
        // Then
        assertThat(changes).isEmpty();
    }

    /** Pairs over a flat chance level of 20 pairs a bin in the older and in the newest counts. */
    private static final class MadeUpPairs implements DendritePairs {
        private static final double LEVEL = 20;

        private final Random random;
        private final List<Integer> pres = new ArrayList<>();
        private final List<int[]> older = new ArrayList<>();
        private final List<int[]> newest = new ArrayList<>();
        private final int[][][] between = new int[4][4][];
        private NetworkNull network = NetworkNull.UNKNOWN;

        MadeUpPairs(Random random) {
            this.random = random;
        }

        int add(int pre, int lagBin, int olderPairs, int newestPairs) {
            pres.add(pre);
            older.add(Correlograms.withPeak(Correlograms.flat(LEVEL, random), lagBin, 1, olderPairs));
            newest.add(Correlograms.withPeak(Correlograms.flat(LEVEL, random), lagBin, 1, newestPairs));
            return pres.size() - 1;
        }

        int addTrough(int pre, int lagBin, double olderDepth, double newestDepth) {
            pres.add(pre);
            older.add(trough(lagBin, olderDepth));
            newest.add(trough(lagBin, newestDepth));
            return pres.size() - 1;
        }

        private int[] trough(int lagBin, double depth) {
            return Correlograms.withTrough(Correlograms.flat(5 * LEVEL, random), lagBin, 10, depth, random);
        }

        void between(int index, int other, int lagBin, int pairs) {
            between[index][other] = Correlograms.withPeak(Correlograms.flat(LEVEL, random), lagBin, 1, pairs);
        }

        @Override
        public NetworkNull network() {
            return network;
        }

        @Override
        public boolean areAll() {
            return true;
        }

        @Override
        public int size() {
            return pres.size();
        }

        @Override
        public int pre(int index) {
            return pres.get(index);
        }

        @Override
        public int slot(int index) {
            return index;
        }

        @Override
        public Histogram cumulative(int index) {
            int[] sum = older.get(index).clone();
            for (int bin = 0; bin < sum.length; bin++) {
                sum[bin] += newest.get(index)[bin];
            }
            return Correlograms.histogram(sum);
        }

        @Override
        public Histogram newest(int index) {
            return Correlograms.histogram(newest.get(index));
        }

        @Override
        public Histogram newestBetween(int index, int other) {
            int[] counts = between[index][other];
            return Correlograms.histogram(counts == null ? Correlograms.flat(LEVEL, random) : counts);
        }

        @Override
        public int newestSpikes(int index) {
            return SPIKES;
        }
    }
}
