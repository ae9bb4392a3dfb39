package dev.hebb.app;

import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaGate;
import dev.hebb.serde.WireFormat;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds records back whose schema the registry has not said anything about, because it does not answer: their partition
 * waits, and all others continue. Belongs to one consumer and its thread.
 */
final class RecordGate {
    private final SchemaGate schemas;
    private final Set<String> topics;
    private final ConcurrentMap<TopicPartition, String> waiting;
    private final Map<TopicPartition, Integer> held = new HashMap<>();

    /**
     * @param topics whose values have schema ids
     * @param waiting where it is said which partitions wait, and why
     */
    RecordGate(SchemaGate schemas, Set<String> topics, ConcurrentMap<TopicPartition, String> waiting) {
        this.schemas = schemas;
        this.topics = topics;
        this.waiting = waiting;
    }

    /** Lets partitions continue whose schemas have been settled; to be called before a poll. */
    void release(Consumer<byte[], byte[]> consumer) {
        if (held.isEmpty()) {
            return;
        }
        Set<TopicPartition> assigned = consumer.assignment();
        Iterator<Map.Entry<TopicPartition, Integer>> entries = held.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<TopicPartition, Integer> entry = entries.next();
            boolean here = assigned.contains(entry.getKey());
            if (!here || schemas.isSettled(entry.getValue())) {
                entries.remove();
                waiting.remove(entry.getKey());
                if (here) {
                    consumer.resume(Set.of(entry.getKey()));
                }
            }
        }
    }

    /** Returns the polled records without those that have to wait; the consumer will get the latter again. */
    ConsumerRecords<byte[], byte[]> pass(ConsumerRecords<byte[], byte[]> polled, Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Integer> passed = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            if (topics.contains(partition.topic())) {
                List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
                int settled = settled(records);
                if (settled < records.size()) {
                    hold(partition, records.get(settled), consumer);
                    passed.put(partition, settled);
                }
            }
        }
        return passed.isEmpty() ? polled : without(polled, passed);
    }

    /** Returns the number of records at the beginning that can be read now, or be rejected for good. */
    private int settled(List<ConsumerRecord<byte[], byte[]>> records) {
        int settled = 0;
        while (settled < records.size() && isSettled(records.get(settled).value())) {
            settled++;
        }
        return settled;
    }

    private boolean isSettled(byte[] value) {
        try {
            return value == null || schemas.isSettled(WireFormat.schemaId(value));
        } catch (MalformedValueException rejectedLater) {
            return true;
        }
    }

    private void hold(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> first, Consumer<byte[], byte[]> consumer) {
        int id = ByteBuffer.wrap(first.value(), 1, Integer.BYTES).getInt();
        consumer.seek(partition, first.offset());
        consumer.pause(Set.of(partition));
        held.put(partition, id);
        waiting.put(
                partition,
                partition + " waits at offset " + first.offset()
                        + ": the schema registry does not answer which schema has the id " + id);
    }

    private static ConsumerRecords<byte[], byte[]> without(
            ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Integer> passed) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> all = polled.records(partition);
            int kept = passed.getOrDefault(partition, all.size());
            if (kept > 0) {
                records.put(partition, all.subList(0, kept));
            }
            if (kept < all.size()) {
                ConsumerRecord<byte[], byte[]> first = all.get(kept);
                next.put(partition, new OffsetAndMetadata(first.offset(), first.leaderEpoch(), ""));
            }
        }
        return new ConsumerRecords<>(records, next);
    }
}
