package dev.hebb.app;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer that gives out only what its {@link RecordGate} lets pass, notices {@link DeletedRecords}, reads
 * {@link RecreatedTopics} from their beginning, and notes what it has committed and which ends it has reached.
 */
final class GatedConsumer extends KafkaConsumer<byte[], byte[]> {
    private final RecordGate gate;
    private final DeletedRecords deleted;
    private final RecreatedTopics.Rewind rewind;
    private final ClientCommits commits;
    private final ReachedEnds.Look ends;

    GatedConsumer(
            Map<String, Object> config,
            RecordGate gate,
            DeletedRecords deleted,
            RecreatedTopics.Rewind rewind,
            ClientCommits commits,
            ReachedEnds.Look ends) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.gate = gate;
        this.deleted = deleted;
        this.rewind = rewind;
        this.commits = commits;
        this.ends = ends;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        gate.release(this);
        rewind.apply(this);
        ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
        deleted.look(polled, this);
        ConsumerRecords<byte[], byte[]> passed = gate.pass(polled, this);
        ends.look(this);
        return passed;
    }

    @Override
    public void close() {
        gate.close();
        super.close();
    }

    @Override
    public void close(CloseOptions options) {
        gate.close();
        super.close(options);
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        super.commitSync(offsets);
        commits.note(offsets);
    }
}
