package dev.hebb.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Kafka's time of a record, by which Kafka Streams orders the records of a task. Brokers also take records without one,
 * or with one before 1970, from clients that are not Java's: these have the time of those before them. By default,
 * Kafka Streams stops at them. Event time is in the value. Kafka makes this by its name.
 */
public final class RecordTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }
}
