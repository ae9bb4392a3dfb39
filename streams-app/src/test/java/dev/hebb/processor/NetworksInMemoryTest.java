package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworksInMemoryTest {
    private final List<String> opened = new ArrayList<>();
    private final NetworksInMemory<String> networks = new NetworksInMemory<>(3, 100);

    @Test
    void keepsWhatFitsItsBytes() {
        // Given
        use("a", 40);
        use("b", 40);

        // When
        use("c", 30);

        // Then
        assertThat(networks.size()).isEqualTo(2);
        use("b", 40);
        use("a", 40);
        assertThat(opened).containsExactly("a", "b", "c", "a");
    }

    @Test
    void keepsTheOneInUseHoweverLargeItIs() {
        // When
        use("a", 40);
        use("b", 1_000);
        use("b", 2_000);

        // Then
        assertThat(networks.size()).isEqualTo(1);
        assertThat(opened).containsExactly("a", "b");
    }

    @Test
    void keepsNoMoreThanSoMany() {
        // When
        for (String network : List.of("a", "b", "c", "a", "d", "a", "b")) {
            use(network, 1);
        }

        // Then
        assertThat(networks.size()).isEqualTo(3);
        assertThat(opened).containsExactly("a", "b", "c", "d", "b");
    }

    private void use(String network, long bytes) {
        networks.get(network, name -> {
            opened.add(name);
            return name;
        });
        networks.takes(network, bytes);
    }
}
