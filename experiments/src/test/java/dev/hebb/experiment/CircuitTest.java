package dev.hebb.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.tissue.Practice;
import dev.hebb.tissue.RoutePlan;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitTest {
    @Test
    void takesEachExcitatoryNeuronOnce() {
        // Given
        Circuit circuit = new Circuit(1).area("left", 10).area("right", 10);

        // Then
        assertThat(circuit.take("left", 3)).containsExactly(0, 1, 2);
        assertThat(circuit.take("right", 2)).containsExactly(10, 11);
        assertThat(circuit.take("left", 5)).containsExactly(3, 4, 5, 6, 7);
        assertThatThrownBy(() -> circuit.take("left", 1)).hasMessageContaining("area 'left' has too few");
    }

    @Test
    void leadsEachChainOfABundleThroughNeuronsOfItsOwn() {
        // When
        TissueSettings tissue = new Circuit(7)
                .area("cortex", 20)
                .bundle("route", "cortex", 2, 3)
                .tissue();

        // Then
        assertThat(tissue.seed()).isEqualTo(7);
        assertThat(tissue.areas()).containsExactlyElementsOf(TissueArea.sideBySide(List.of("cortex"), List.of(20)));
        assertThat(tissue.routes()).extracting(RoutePlan::name).containsExactly("route/0", "route/1");
        assertThat(tissue.routes().get(1).groups()).containsExactly(new int[] {1}, new int[] {3}, new int[] {5});
    }

    @Test
    void practisesEveryChainOfABundle() {
        // When
        TissueSettings tissue = new Circuit(1)
                .area("cortex", 20)
                .bundle("route", "cortex", 2, 2)
                .bundle("route-2", "cortex", 1, 2)
                .practise("route", 0.5, 1, 2.5)
                .tissue();

        // Then
        assertThat(tissue.practice())
                .containsExactly(
                        new Practice("route/0", 0.5, 60_000_000, 150_000_000),
                        new Practice("route/1", 0.5, 60_000_000, 150_000_000));
    }
}
