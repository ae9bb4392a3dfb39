package dev.hebb.processor;

import dev.hebb.row.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Joins single spikes before Kafka Streams handles them: small records of {@code spikes} one behind the other become a
 * {@link SpikeRun} if they have the same key, the same schema and the same time stamp, so that the order of records, by
 * time stamp over all topics of a task, stays what it is. What Kafka Streams does for each record costs more than what
 * a spike costs.
 *
 * <p>A run has the offset of its first record: if it has yet to be handled at a commit, that is where the next owner of
 * the partition begins. Kafka makes one of these for each consumer.
 */
public final class SpikeRuns implements ConsumerInterceptor<byte[], byte[]> {
    /** Name of the consumer's setting that holds the name of the topic of spikes. */
    public static final String TOPIC_CONFIG = "hebb.spike.runs.topic";

    private static final int MOST_RECORDS = 256;

    /** A record of one spike has about 20 bytes and the name of its network. */
    private static final int SMALL_BYTES = 512;

    private final ByteWriter buffer = new ByteWriter();
    private String topic = "";

    @Override
    public void configure(Map<String, ?> configs) {
        topic = String.valueOf(configs.get(TOPIC_CONFIG));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> received) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> joined = new LinkedHashMap<>();
        for (TopicPartition partition : received.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = received.records(partition);
            joined.put(partition, partition.topic().equals(topic) ? joined(records) : records);
        }
        return new ConsumerRecords<>(joined, received.nextOffsets());
    }

    private List<ConsumerRecord<byte[], byte[]>> joined(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> joined = new ArrayList<>();
        for (int from = 0, to; from < records.size(); from = to) {
            to = end(records, from);
            joined.add(to == from + 1 ? records.get(from) : SpikeRun.pack(records.subList(from, to), buffer));
        }
        return joined;
    }

    /** Returns the end, exclusive, of the records that are one run with the one at {@code from}. */
    private static int end(List<ConsumerRecord<byte[], byte[]>> records, int from) {
        ConsumerRecord<byte[], byte[]> first = records.get(from);
        int to = from + 1;
        if (isSmall(first)) {
            while (to < records.size() && to - from < MOST_RECORDS && isLike(records.get(to), first)) {
                to++;
            }
        }
        return to;
    }

    private static boolean isLike(ConsumerRecord<byte[], byte[]> record, ConsumerRecord<byte[], byte[]> first) {
        return record.timestamp() == first.timestamp()
                && isSmall(record)
                && Arrays.equals(record.key(), first.key())
                && SpikeRun.haveOneWireHeader(record.value(), first.value());
    }

    /** Returns what tells the schema of a record that a consumer gave out: of a run, the schema of all its records. */
    public static byte @Nullable [] wireHeader(ConsumerRecord<byte[], byte[]> record) {
        byte[] ofRun = SpikeRun.wireHeader(record.headers());
        return ofRun == null ? record.value() : ofRun;
    }

    /** Returns whether a record may be part of a run: it is small, and has no headers of its own. */
    private static boolean isSmall(ConsumerRecord<byte[], byte[]> record) {
        return record.value() != null
                && record.value().length <= SMALL_BYTES
                && !record.headers().iterator().hasNext();
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Runs are of no concern to commits: see the class comment.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
