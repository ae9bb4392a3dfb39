package dev.hebb.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.format.UnitNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkNeuronsTest {
    @Test
    void sendsOnlyWhatIsNew() {
        // Given
        KnownNeuron before = KnownNeuron.numbered(0, "a").on("4");
        NetworkNeurons neurons = new NetworkNeurons("dish", List.of(before));
        // When, Then
        assertThat(neurons.add(List.of(KnownNeuron.numbered(0, "a")))).isEmpty();
        assertThat(neurons.add(
                        List.of(KnownNeuron.numbered(1, "b"), KnownNeuron.of(0).at(1, 2, Double.NaN))))
                .containsExactly(new KnownNeuron(0, "a", true, "4", 1.0, 2.0, null), KnownNeuron.numbered(1, "b"));
        assertThat(neurons.numbers()).isEqualTo(Map.of("a", 0, "b", 1));
        assertThat(neurons.next()).isEqualTo(2);
    }

    @Test
    void aNumberedNameStaysWhereTheFileHasAnotherOneToo() {
        NetworkNeurons neurons = new NetworkNeurons("dish", List.of());
        assertThat(neurons.add(List.of(
                        KnownNeuron.numbered(0, "8589934595"), KnownNeuron.of(0).named("SU_3"))))
                .containsExactly(KnownNeuron.numbered(0, "8589934595"));
    }

    @Test
    void refusesThatANumberMeansAnotherNeuron() {
        NetworkNeurons neurons = new NetworkNeurons("dish", List.of(KnownNeuron.numbered(3, "unit_d")));
        assertThatThrownBy(() -> neurons.add(List.of(KnownNeuron.of(3).named("SU_12"))))
                .hasMessageContaining("neuron 3 of network 'dish' is 'unit_d', but this file has 'SU_12'");
        assertThatThrownBy(() -> new NetworkNeurons(
                                "dish", List.of(KnownNeuron.of(3).named("SU_12")))
                        .add(List.of(KnownNeuron.numbered(3, "unit_d"))))
                .hasMessageContaining("two neurons would be one");
    }

    @Test
    void aFileOfNamesMustAgreeWithTheNetwork() {
        UnitNames names = new UnitNames();
        names.keep(Map.of("a", 0, "b", 5), 9);
        names.keep(Map.of("a", 0), 1);
        assertThatThrownBy(() -> names.keep(Map.of("a", 1), 2)).hasMessageContaining("'a' has the number 1");
        assertThatThrownBy(() -> names.keep(Map.of("c", 5), 6)).hasMessageContaining("'c' has the number 5");
    }
}
