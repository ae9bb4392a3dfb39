package dev.hebb.page.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.page.log.NetworkLog;
import org.junit.jupiter.api.Test;

class FeedSessionTest {
    @Test
    void keepsTheNetworksThatAreAskedFor() {
        // Given
        FeedSession session = new FeedSession();
        NetworkLog watched = session.of("watched");
        NetworkLog other = session.of("other");

        // When
        for (int network = 0; network < 2 * FeedSession.NETWORKS; network++) {
            session.of("network-" + network);
            session.of("watched");
        }

        // Then
        assertThat(session.of("watched")).isSameAs(watched);
        assertThat(session.of("other")).isNotSameAs(other);
    }
}
