package dev.hebb.app;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer that gives out only what its {@link RecordGate} lets pass, notices {@link DeletedRecords}, and reads
 * {@link RecreatedTopics} from their beginning.
 */
final class GatedConsumer extends KafkaConsumer<byte[], byte[]> {
    private final RecordGate gate;
    private final DeletedRecords deleted;
    private final RecreatedTopics.Rewind rewind;

    GatedConsumer(Map<String, Object> config, RecordGate gate, DeletedRecords deleted, RecreatedTopics.Rewind rewind) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.gate = gate;
        this.deleted = deleted;
        this.rewind = rewind;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        gate.release(this);
        rewind.apply(this);
        ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
        deleted.look(polled, this);
        return gate.pass(polled, this);
    }
}
