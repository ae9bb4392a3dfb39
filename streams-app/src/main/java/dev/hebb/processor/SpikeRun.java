package dev.hebb.processor;

import dev.hebb.framing.SourceRecord;
import dev.hebb.row.ByteReader;
import dev.hebb.row.ByteWriter;
import dev.hebb.serde.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Several records of one partition as one, which has the offset of the first, their key and their time stamp. Its
 * value:
 *
 * <pre>
 *  number of records, then each: step from the offset before, length of the value, all unsigned; the value
 * </pre>
 *
 * Numbers as {@link ByteWriter} packs them. It exists between consumer and processor only, and is told by a header with
 * the mark of this process: whoever may write to a topic may send a header of that name. All values of a run begin with
 * the same bytes of {@link WireFormat}, which are in the header, behind the mark.
 */
final class SpikeRun {
    private static final String HEADER = "hebb-run";
    private static final byte[] MARK = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

    private SpikeRun() {}

    /** Returns whether a record stands for several. */
    static boolean is(Record<byte[], byte[]> record) {
        return wireHeader(record.headers()) != null;
    }

    /** Returns the bytes with which every value of a run begins; null if the headers are not those of a run. */
    static byte @Nullable [] wireHeader(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        byte[] value = header == null ? null : header.value();
        if (value == null
                || value.length < MARK.length
                || !Arrays.equals(value, 0, MARK.length, MARK, 0, MARK.length)) {
            return null;
        }
        return Arrays.copyOfRange(value, MARK.length, value.length);
    }

    /** Returns whether two values begin with the same magic byte and schema id, or are the same if they are shorter. */
    static boolean haveOneWireHeader(byte[] value, byte[] other) {
        int mismatch = Arrays.mismatch(value, other);
        return mismatch < 0 || mismatch >= WireFormat.HEADER_BYTES;
    }

    /** Packs records, at least one, whose values {@linkplain #haveOneWireHeader have one wire header}. */
    static ConsumerRecord<byte[], byte[]> pack(List<ConsumerRecord<byte[], byte[]>> records, ByteWriter buffer) {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        buffer.reset().writeUnsigned(records.size());
        long before = first.offset();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            buffer.writeUnsigned(record.offset() - before).writeBytes(record.value());
            before = record.offset();
        }
        byte[] value = buffer.toBytes();
        Headers headers = new RecordHeaders().add(HEADER, marked(first.value()));
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

    private static byte[] marked(byte[] value) {
        int length = Math.min(value.length, WireFormat.HEADER_BYTES);
        byte[] marked = Arrays.copyOf(MARK, MARK.length + length);
        System.arraycopy(value, 0, marked, MARK.length, length);
        return marked;
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
