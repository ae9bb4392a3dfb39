package dev.hebb.processor;

import dev.hebb.framing.SourceRecord;
import dev.hebb.row.ByteReader;
import dev.hebb.row.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Several records of one partition as one, which has the offset of the first, their key and their time stamp. Its
 * value:
 *
 * <pre>
 *  number of records, then each: step from the offset before, length of the value, all unsigned; the value
 * </pre>
 *
 * Numbers as {@link ByteWriter} packs them. It exists between consumer and processor only, and is told by a header.
 */
final class SpikeRun {
    private static final String HEADER = "hebb-run";

    private SpikeRun() {}

    /** Returns whether a record stands for several. */
    static boolean is(Record<byte[], byte[]> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    /** Takes the mark of a run from a record that was received with one, and is none. */
    static void disown(ConsumerRecord<byte[], byte[]> received) {
        received.headers().remove(HEADER);
    }

    /** Packs records, at least one. */
    static ConsumerRecord<byte[], byte[]> pack(List<ConsumerRecord<byte[], byte[]>> records, ByteWriter buffer) {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        buffer.reset().writeUnsigned(records.size());
        long before = first.offset();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            buffer.writeUnsigned(record.offset() - before).writeBytes(record.value());
            before = record.offset();
        }
        byte[] value = buffer.toBytes();
        Headers headers = new RecordHeaders().add(HEADER, new byte[0]);
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                first.timestamp(),
                first.timestampType(),
                first.serializedKeySize(),
                value.length,
                first.key(),
                value,
                headers,
                first.leaderEpoch());
    }

    /** The records, as they were received. */
    static List<SourceRecord> of(Record<byte[], byte[]> run, RecordMetadata received) {
        ByteReader in = new ByteReader(run.value());
        int count = in.readCount(2);
        List<SourceRecord> records = new ArrayList<>(count);
        long offset = received.offset();
        for (int i = 0; i < count; i++) {
            offset += in.readUnsigned();
            records.add(new SourceRecord(received.topic(), received.partition(), offset, run.key(), in.readBytes()));
        }
        in.expectEnd();
        return records;
    }
}
