package dev.hebb.framing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was received, to be quoted if something in it is refused. The arrays are not copied.
 *
 * @param topic where it was first received
 * @param partition of that topic
 * @param offset in that partition
 * @param key as received
 * @param value as received
 */
public record SourceRecord(String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {
    /** Bytes of key and value. */
    public int bytes() {
        return (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceRecord record
                && topic.equals(record.topic)
                && partition == record.partition
                && offset == record.offset
                && Arrays.equals(key, record.key)
                && Arrays.equals(value, record.value);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * topic.hashCode() + partition) + Long.hashCode(offset);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
