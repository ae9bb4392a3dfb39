package dev.hebb.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 1",
        "2, 0, 0, 2, 1",
        "3, 0, 0, 3, 2",
        "9, 0, 0, 3, 2",
        "9, 5, 0, 5, 4",
        "3, 2, 2, 2, 2",
        "0, 0, 0, 1, 1"
    })
    void followsTheClusterWhereItIsNotGiven(int brokers, int factor, int minInSync, int replicas, int needed) {
        assertThat(Replication.of(brokers, factor, minInSync)).isEqualTo(new Replication((short) replicas, needed));
    }

    @Test
    void namesTopicsThatALostBrokerWouldHurt() {
        Replication planned = Replication.of(3, 0, 0);
        assertThat(topic(1, "1").replication(planned)).hasValueSatisfying(difference -> assertThat(difference)
                .hasToString("topic spikes has 1 of the 3 replicas that it could have"));
        assertThat(topic(3, "1").replication(planned))
                .hasValueSatisfying(difference ->
                        assertThat(difference.toString()).contains("min.insync.replicas=1, the plan is 2"));
        assertThat(topic(3, "2").replication(planned)).isEmpty();
    }

    private static ExistingTopic topic(int replicas, String minInSync) {
        return new ExistingTopic("spikes", 4, replicas, Map.of("min.insync.replicas", minInSync));
    }
}
