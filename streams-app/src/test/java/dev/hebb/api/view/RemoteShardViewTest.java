package dev.hebb.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.api.ApiServer;
import dev.hebb.api.InMemoryShards;
import dev.hebb.api.access.Access;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteShardViewTest {
    private static final String NAME = "a/b & c=ä";
    private final InMemoryShards shards = new InMemoryShards(2)
            .network(NAME, 0, 1, 3)
            .synapse(NAME, 0, 1, SynapseView.ACTIVE, 0.1 + 0.2)
            .synapse(NAME, 0, 3, SynapseView.DORMANT, 1e-300);
    private final ApiServer server = ApiServer.start("127.0.0.1", 0, Access.open(), shards.parts(), null);
    private final RemoteShardView remote = new RemoteShardView(
            Access.open().peers(), ApiServer.json(), URI.create("http://127.0.0.1:" + server.port()), 1, 1);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAsTheShardItself() {
        // Given
        ShardView local = shards.local(1);

        // Then
        assertThat(remote.networks()).isEqualTo(local.networks());
        assertThat(remote.network(NAME)).isEqualTo(local.network(NAME)).isPresent();
        assertThat(remote.dendrite(NAME, 1)).isEqualTo(local.dendrite(NAME, 1)).isPresent();
        assertThat(remote.synapses(NAME)).isEqualTo(local.synapses(NAME)).hasSize(2);
        assertThat(remote.synapsesFrom(NAME, 0)).isEqualTo(local.synapsesFrom(NAME, 0));
        assertThat(remote.evidence(NAME, 0, 1)).usingRecursiveComparison().isEqualTo(local.evidence(NAME, 0, 1));
        assertThat(remote.windows(NAME, 0, 1)).usingRecursiveComparison().isEqualTo(local.windows(NAME, 0, 1));
    }

    @Test
    void knowsNothingWhereTheShardDoes() {
        assertThat(remote.network("other")).isEmpty();
        assertThat(remote.dendrite(NAME, 99)).isEmpty();
        assertThat(remote.evidence(NAME, 3, 1)).isEmpty();
    }

    @Test
    void isNotReadyWhileTheOtherInstanceIsNot() {
        // Given
        shards.ready(false);

        // Then
        assertThatThrownBy(remote::networks)
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("task 1")
                .hasMessageContaining("503");
    }

    @Test
    void isNotReadyWhileTheOtherInstanceIsGone() {
        // Given
        server.close();

        // Then
        assertThatThrownBy(remote::networks)
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("does not answer");
    }
}
