package dev.hebb.api.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.api.InMemoryShards;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.SynapseView;
import dev.hebb.api.view.SynapseViewBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final InMemoryShards shards = new InMemoryShards(3)
            .network("b", 0, 1, 2, 3, 10)
            .synapse("b", 0, 1, SynapseView.ACTIVE, 0.5)
            .synapse("b", 10, 1, SynapseView.ACTIVE, 0.25)
            .synapse("b", 1, 2, SynapseView.ACTIVE, 0.5)
            .synapse("b", 0, 2, SynapseView.ACTIVE, 0.2)
            .synapse("b", 2, 3, SynapseView.DORMANT, 0.01)
            .network("a", 7);
    private final Answers answers = new Answers(shards, new Answers.LagScale(1000, 10_000_000));

    @Test
    void addsUpWhatShardsReport() {
        // When
        List<NetworkAnswer> networks = answers.networks();

        // Then
        assertThat(networks).extracting(NetworkAnswer::network).containsExactly("a", "b");
        NetworkAnswer b = networks.get(1);
        assertThat(b.neurons()).isEqualTo(5);
        assertThat(b.synapses()).isEqualTo(new NetworkAnswer.SynapseCounts(4, 1));
        assertThat(b.meanActiveWeight()).isEqualTo((0.5 + 0.25 + 0.5 + 0.2) / 4);
        assertThat(b.times().windowsClosed()).isEqualTo(35);
        assertThat(b.shardsReporting()).isEqualTo(3);
    }

    @Test
    void sortsSynapsesByPreAndPostAsNumbers() {
        // When
        List<SynapseView> synapses = answers.synapses("b");

        // Then
        assertThat(synapses)
                .extracting(s -> s.pre() + ">" + s.post())
                .containsExactly("0>1", "0>2", "1>2", "2>3", "10>1");
    }

    @Test
    void findsPartnersInEveryShard() {
        // When
        Partners partners = answers.partners("b", 1);

        // Then
        assertThat(partners.in()).extracting(SynapseView::pre).containsExactly(0, 10);
        assertThat(partners.out()).extracting(SynapseView::post).containsExactly(2);
    }

    @Test
    void putsAPairTogether() {
        // When
        PairAnswer connected = answers.pair("b", 0, 1);
        PairAnswer strangers = answers.pair("b", 3, 1);

        // Then
        assertThat(connected.synapse())
                .isEqualTo(new SynapseViewBuilder(0, 1).weight(0.5).fdr(0.02).build());
        assertThat(connected.evidence()).isNotNull();
        assertThat(connected.lagBinMicros()).isEqualTo(1000);
        assertThat(connected.windows()).hasSize(2);
        assertThat(strangers.synapse()).isNull();
        assertThat(strangers.evidence()).isNull();
    }

    @Test
    void takesTheStrongerOfTwoRoutesAndNoDormantOne() {
        // When
        List<Pathway> pathways = answers.pathways("b", 0, new Pathways.Wanted(10, 60_000_000, false));

        // Then
        assertThat(pathways)
                .containsExactly(
                        new Pathway(List.of(0, 1), 1, 0.5, 2000, 300_000_000, 300_000_000, 310_000_000, true),
                        new Pathway(List.of(0, 1, 2), 2, 0.25, 4000, 300_000_000, 300_000_000, 310_000_000, true));
    }

    @Test
    void tellsWhichNetworksThereAre() {
        assertThatThrownBy(() -> answers.synapses("c"))
                .isInstanceOfSatisfying(UnknownNetworkException.class, e -> assertThat(e.known())
                        .containsExactly("a", "b"));
        assertThatThrownBy(() -> answers.network("c")).isInstanceOf(UnknownNetworkException.class);
        assertThatThrownBy(() -> answers.dendrite("c", 1)).isInstanceOf(UnknownNetworkException.class);
        assertThatThrownBy(() -> answers.dendrite("b", 99)).isInstanceOf(UnknownNeuronException.class);
    }

    @Test
    void anEmptyNetworkHasNoSynapses() {
        assertThat(answers.synapses("a")).isEmpty();
    }

    @Test
    void saysWhenAShardIsMissing() {
        // Given
        shards.ready(false);

        // Then
        assertThatThrownBy(answers::networks).isInstanceOf(NotReadyException.class);
    }
}
