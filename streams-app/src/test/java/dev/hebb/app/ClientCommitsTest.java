package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.processor.Commits;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClientCommitsTest {
    private final ClientCommits commits = new ClientCommits();

    @Test
    void aRecordIsCommittedIfTheGroupGoesOnBehindIt() {
        commits.note(Map.of(new TopicPartition("spikes", 1), new OffsetAndMetadata(8)));

        assertThat(commits.last("spikes", 1, 20)).isEqualTo(7);
        assertThat(commits.last("spikes", 0, 20)).isEqualTo(Commits.NONE);
        assertThat(commits.last("control", 1, 20)).isEqualTo(Commits.NONE);
    }

    @Test
    void nothingIsCommittedBeforeItIsHandled() {
        commits.note(Map.of(new TopicPartition("spikes", 1), new OffsetAndMetadata(8)));

        assertThat(commits.last("spikes", 1, 2)).isEqualTo(2);
    }
}
