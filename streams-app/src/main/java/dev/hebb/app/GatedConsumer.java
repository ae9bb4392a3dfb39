package dev.hebb.app;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that gives out only what its {@link RecordGate} lets pass. */
final class GatedConsumer extends KafkaConsumer<byte[], byte[]> {
    private final RecordGate gate;

    GatedConsumer(Map<String, Object> config, RecordGate gate) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.gate = gate;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        gate.release(this);
        return gate.pass(super.poll(timeout), this);
    }
}
