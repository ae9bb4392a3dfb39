package dev.hebb.processor;

import dev.hebb.framing.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Origin of records, also after rerouting: a record that is passed on to another partition takes along, as headers,
 * where it was first received and with which key.
 */
final class SourceRecords {
    private static final String TOPIC = "hebb-topic";
    private static final String PARTITION = "hebb-partition";
    private static final String OFFSET = "hebb-offset";
    private static final String KEY = "hebb-key";

    private static final Pattern INT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LONG = Pattern.compile("[0-9]{1,18}");

    private final String reroutedTopic;

    SourceRecords(String reroutedTopic) {
        this.reroutedTopic = reroutedTopic;
    }

    boolean isRerouted(RecordMetadata received) {
        return received.topic().equals(reroutedTopic);
    }

    /** The record as it was first received, as far as its headers tell. */
    SourceRecord of(Record<byte[], byte[]> record, RecordMetadata received) {
        if (isRerouted(received)) {
            Headers headers = record.headers();
            String topic = text(headers, TOPIC);
            String partition = text(headers, PARTITION);
            String offset = text(headers, OFFSET);
            if (!topic.isEmpty()
                    && INT.matcher(partition).matches()
                    && LONG.matcher(offset).matches()) {
                return new SourceRecord(
                        topic, Integer.parseInt(partition), Long.parseLong(offset), key(headers), record.value());
            }
        }
        return new SourceRecord(
                received.topic(), received.partition(), received.offset(), record.key(), record.value());
    }

    /** The record on its way to its network's partition. */
    static Record<byte[], byte[]> rerouted(SourceRecord source, String network, long timestamp) {
        Headers headers = new RecordHeaders();
        headers.add(TOPIC, bytes(source.topic()));
        headers.add(PARTITION, bytes(Integer.toString(source.partition())));
        headers.add(OFFSET, bytes(Long.toString(source.offset())));
        byte[] key = source.key();
        if (key != null) {
            headers.add(KEY, key);
        }
        return new Record<>(bytes(network), source.value(), timestamp, headers);
    }

    private static byte @Nullable [] key(Headers headers) {
        Header key = headers.lastHeader(KEY);
        return key == null ? null : key.value();
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
