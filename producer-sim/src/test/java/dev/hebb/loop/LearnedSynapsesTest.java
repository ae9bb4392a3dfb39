package dev.hebb.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.SynapseNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedSynapsesTest {
    private static final NeuronPair PAIR = new NeuronPair(1, 2);
    private static final NeuronPair OTHER = new NeuronPair(3, 2);

    private final LearnedSynapses synapses = new LearnedSynapses();
    private final List<String> transitions = new ArrayList<>();

    @Test
    void transitionsFollowFromStates() {
        // Given
        synapses.onTransition((window, kind, news) -> transitions.add(window + " " + kind + " " + news.pair()));
        // When
        take(1, SynapseState.ACTIVE, 0.1);
        take(1, SynapseState.ACTIVE, 0.2);
        take(2, SynapseState.DORMANT, 0.05);
        take(3, SynapseState.ACTIVE, 0.3);
        take(4, SynapseState.DORMANT, 0.02);
        synapses.accept(5, SynapseNews.pruned(1, 2, ChangeReason.UNUSED));
        synapses.accept(5, SynapseNews.pruned(1, 2, ChangeReason.UNUSED));
        take(6, SynapseState.ACTIVE, 0.1);
        // Then
        assertThat(transitions)
                .containsExactly(
                        "1 FORMED " + PAIR,
                        "2 MASKED " + PAIR,
                        "3 UNMASKED " + PAIR,
                        "4 MASKED " + PAIR,
                        "5 PRUNED " + PAIR,
                        "6 FORMED " + PAIR);
        assertThat(synapses.count(ChangeKind.FORMED)).isEqualTo(2);
        assertThat(synapses.count(ChangeKind.MASKED)).isEqualTo(2);
        assertThat(synapses.count(ChangeKind.UNMASKED)).isOne();
        assertThat(synapses.count(ChangeKind.PRUNED)).isOne();
    }

    @Test
    void onlyActiveSynapsesHaveWeight() {
        // When
        take(1, SynapseState.ACTIVE, 0.4);
        synapses.accept(1, SynapseNews.present(3, 2, SynapseState.DORMANT, 0.8, 2_000));
        // Then
        Set<NeuronPair> pairs = Set.of(PAIR, OTHER, new NeuronPair(8, 9));
        assertThat(synapses.size()).isEqualTo(2);
        assertThat(synapses.existing(pairs)).isEqualTo(2);
        assertThat(synapses.active(pairs)).containsExactly(PAIR);
        assertThat(synapses.meanWeight(Set.of(PAIR, OTHER))).isEqualTo(0.2);
        assertThat(synapses.count(SynapseState.ACTIVE)).isOne();
        assertThat(synapses.count(SynapseState.DORMANT)).isOne();
    }

    private void take(long window, SynapseState state, double weight) {
        synapses.accept(window, SynapseNews.present(1, 2, state, weight, 2_000));
    }
}
