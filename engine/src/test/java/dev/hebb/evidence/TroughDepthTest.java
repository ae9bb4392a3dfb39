package dev.hebb.evidence;

import static dev.hebb.evidence.Correlograms.apart;
import static dev.hebb.evidence.Correlograms.flat;
import static dev.hebb.evidence.Correlograms.histogram;
import static dev.hebb.evidence.Correlograms.histograms;
import static dev.hebb.evidence.Correlograms.withPeak;
import static dev.hebb.evidence.Correlograms.withTrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroughDepthTest {
    private static final long PAIRS = 9_900;
    private static final long OBSERVED_MICROS = 1_000_000;

    private final EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
    private final Random random = new Random(3);

    @Test
    void theDepthIsTheShareThatIsMissing() {
        // Given: 70 of 100 pairs are left, 6 standard deviations below chance
        int[] counts = new int[2 * Correlograms.LAG_BINS];
        counts[Correlograms.LAG_BINS + 4] = 70;
        Evidence trough = new Evidence(Verdict.CONNECTED, true, 4, 5, -6, 0, -30, 0);
        // When
        TroughDepth depth = TroughDepth.of(histogram(counts), counts.length, trough);
        // Then
        assertThat(depth.depth()).isCloseTo(0.3, within(1e-12));
        assertThat(depth.deviance()).isEqualTo(36);
    }

    @Test
    void aNetworkWithoutTroughsAsksForNoDepth() {
        assertThat(TroughDepth.least(List.of())).isZero();
    }

    @Test
    void troughsOfManyChainsDoNotHideThoseOfFewSynapses() {
        // Given: at equal rates, a trough of a quarter of the depth has a sixteenth of the deviance
        List<TroughDepth> sample = new ArrayList<>(Collections.nCopies(16, new TroughDepth(0.2, 25)));
        sample.add(new TroughDepth(0.8, 400));
        // When, Then: the mean is half way between the two; a mean that does not weigh is 0.235
        assertThat(TroughDepth.least(sample)).isCloseTo(0.4 * 0.5, within(1e-12));
    }

    @Test
    void theOrderDoesNotMatter() {
        // Given
        List<TroughDepth> sample = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sample.add(new TroughDepth(random.nextDouble(), 20 + 100 * random.nextDouble()));
        }
        double least = TroughDepth.least(sample);
        // When, Then
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(sample, random);
            assertThat(TroughDepth.least(sample)).isEqualTo(least);
        }
    }

    /** The same trough, in a network whose inhibitory synapses silence as little, or three times as much. */
    @Test
    void aTroughIsComparedWithThoseOfItsNetwork() {
        // Given
        int[] shallow = trough(0.25);
        // When, Then
        assertThat(isInhibition(shallow, networkOf(0.25))).isTrue();
        assertThat(isInhibition(shallow, networkOf(0.75))).isFalse();
        assertThat(isInhibition(trough(0.75), networkOf(0.75))).isTrue();
        assertThat(isInhibition(shallow, NetworkNull.UNKNOWN))
                .as("no sample was counted")
                .isTrue();
    }

    /** Of a spike of the first neuron, a share makes the one between fire, and its spikes silence the last one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.3})
    void aChainThatTransmitsLessThanTheShareMakesNoSynapse(double transmitted) {
        assertThat(isInhibition(trough(transmitted * 0.8), networkOf(0.8))).isFalse();
    }

    /** Otherwise the rule would make false excitatory synapses. */
    @Test
    void aPeakThatIsWeakerThanAShallowTroughIsNoSynapse() {
        // Given
        int[] both = withPeak(withTrough(flat(600, random), 13, 12, 0.25, random), 0, 1, 200);
        // When
        Evidence evidence = judged(both, networkOf(0.8));
        // Then
        assertThat(evidence.significant()).isTrue();
        assertThat(evidence.inhibitory()).isTrue();
        assertThat(evidence.connected()).isFalse();
    }

    private int[] trough(double depth) {
        return withTrough(flat(300, random), 6, 10, depth, random);
    }

    private NetworkNull networkOf(double depth) {
        List<int[]> sample = new ArrayList<>();
        for (int pair = 0; pair < 20; pair++) {
            sample.add(pair % 4 == 0 ? trough(depth) : flat(300, random));
        }
        return judge.learnNetwork(apart(sample), PAIRS, OBSERVED_MICROS);
    }

    private boolean isInhibition(int[] counts, NetworkNull network) {
        Evidence evidence = judged(counts, network);
        return evidence.connected() && evidence.inhibitory();
    }

    private Evidence judged(int[] counts, NetworkNull network) {
        DendriteNull dendrite = judge.learn(histograms(List.of(counts)), network, OBSERVED_MICROS);
        return judge.judge(histogram(counts), PAIRS, dendrite);
    }
}
