package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeuronSignsTest {
    private static final int EXCITING = 3;
    private static final int INHIBITING = 8;
    private static final int UNKNOWN = 11;

    private final NeuronSigns signs = new NeuronSigns();

    @BeforeEach
    void twoNeuronsThatAreKnown() {
        signs.add(EXCITING, 20);
        signs.add(EXCITING, 12);
        signs.add(INHIBITING, -9);
        signs.add(INHIBITING, -7);
    }

    @Test
    void aNeuronHasOneSign() {
        assertThat(signs.contradict(EXCITING, evidence(-7))).isTrue();
        assertThat(signs.contradict(EXCITING, evidence(7))).isFalse();
        assertThat(signs.contradict(INHIBITING, evidence(7))).isTrue();
        assertThat(signs.contradict(INHIBITING, evidence(-7))).isFalse();
    }

    @Test
    void ofANeuronThatIsNotKnownEitherIsPossible() {
        assertThat(signs.contradict(UNKNOWN, evidence(-7))).isFalse();
        assertThat(signs.contradict(UNKNOWN, evidence(7))).isFalse();
    }

    /** 544 for the one, and 4 times 136 for the other: more than twice as much, with the double weight of a trough. */
    @Test
    void whatIsNotClearIsNotContradicted() {
        assertThat(signs.contradict(EXCITING, evidence(-11.6))).isTrue();
        assertThat(signs.contradict(EXCITING, evidence(-11.7))).isFalse();
        assertThat(signs.contradict(INHIBITING, evidence(11.4))).isTrue();
        assertThat(signs.contradict(INHIBITING, evidence(11.5))).isFalse();
    }

    @Test
    void whereNeuronsDoBothNoneHasASign() {
        // Given: half of what inhibits comes from neurons that excite more
        for (int neuron = 20; neuron < 24; neuron++) {
            signs.add(neuron, 25);
            signs.add(neuron, -8);
        }
        // When, Then
        assertThat(signs.contradict(EXCITING, evidence(-7))).isFalse();
        assertThat(signs.contradict(INHIBITING, evidence(7))).isFalse();
    }

    @Test
    void aFewFalseTroughsOfNeuronsThatExciteDoNotChangeThat() {
        // Given: a quarter of what inhibits comes from a neuron that excites
        signs.add(EXCITING, -7);
        // When, Then
        assertThat(signs.contradict(EXCITING, evidence(-7))).isTrue();
        assertThat(signs.contradict(INHIBITING, evidence(7))).isTrue();
    }

    private static Evidence evidence(double z) {
        return new Evidence(Verdict.CONNECTED, true, 3, 3, z, 0, z, 0);
    }
}
