package dev.hebb.app;

import dev.hebb.processor.SpikeRuns;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaGate;
import dev.hebb.serde.WireFormat;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
    private final ConcurrentMap<TopicPartition, Waiting> waiting;
    private final Map<TopicPartition, Waiting> held = new HashMap<>();

    /** A partition that a consumer holds. It equals only itself: another consumer may hold the partition next. */
    static final class Waiting {
        private final TopicPartition partition;
        private final long offset;
        private final int schemaId;

        private Waiting(TopicPartition partition, long offset, int schemaId) {
            this.partition = partition;
            this.offset = offset;
            this.schemaId = schemaId;
        }

        /** The reason, in words. */
        @Override
        public String toString() {
            return partition + " waits at offset " + offset
                    + ": the schema registry does not answer which schema has the id " + schemaId;
        }
    }

    /**
     * @param topics whose values have schema ids
     * @param waiting where it is said which partitions wait, and why
     */
    RecordGate(SchemaGate schemas, Set<String> topics, ConcurrentMap<TopicPartition, Waiting> waiting) {
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
        Iterator<Waiting> each = held.values().iterator();
        while (each.hasNext()) {
            Waiting waits = each.next();
            boolean here = assigned.contains(waits.partition);
            if (!here || schemas.isSettled(waits.schemaId)) {
                each.remove();
                waiting.remove(waits.partition, waits);
                if (here) {
                    consumer.resume(Set.of(waits.partition));
                }
            }
        }
    }

    /** Holds nothing any more, because the consumer is closed; to be called by its thread. */
    void close() {
        held.forEach(waiting::remove);
        held.clear();
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
        while (settled < records.size() && isSettled(records.get(settled))) {
            settled++;
        }
        return settled;
    }

    private boolean isSettled(ConsumerRecord<byte[], byte[]> record) {
        OptionalInt id = schemaId(record);
        return id.isEmpty() || schemas.isSettled(id.getAsInt());
    }

    /** The schema id of a record, or of all records of a run; none of what will be rejected without a schema. */
    private static OptionalInt schemaId(ConsumerRecord<byte[], byte[]> record) {
        byte[] header = SpikeRuns.wireHeader(record);
        try {
            return header == null ? OptionalInt.empty() : OptionalInt.of(WireFormat.schemaId(header));
        } catch (MalformedValueException rejectedLater) {
            return OptionalInt.empty();
        }
    }

    private void hold(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> first, Consumer<byte[], byte[]> consumer) {
        Waiting waits = new Waiting(partition, first.offset(), schemaId(first).orElseThrow());
        consumer.seek(partition, first.offset());
        consumer.pause(Set.of(partition));
        held.put(partition, waits);
        waiting.put(partition, waits);
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
