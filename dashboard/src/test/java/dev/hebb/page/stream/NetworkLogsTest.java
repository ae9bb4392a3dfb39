package dev.hebb.page.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.page.log.NetworkLog;
import org.junit.jupiter.api.Test;

class NetworkLogsTest {
    @Test
    void keepsTheNetworksThatAreAskedFor() {
        // Given
        NetworkLogs logs = new NetworkLogs();
        NetworkLog watched = logs.of("watched");
        NetworkLog other = logs.of("other");

        // When
        for (int network = 0; network < 2 * NetworkLogs.NETWORKS; network++) {
            logs.of("network-" + network);
            logs.of("watched");
        }

        // Then
        assertThat(logs.of("watched")).isSameAs(watched);
        assertThat(logs.of("other")).isNotSameAs(other);
    }
}
