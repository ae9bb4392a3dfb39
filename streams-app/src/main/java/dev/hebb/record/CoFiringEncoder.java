package dev.hebb.record;

import dev.hebb.row.ByteWriter;
import dev.hebb.schema.CoFiring;
import dev.hebb.serde.WireFormat;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.ShardConfig;
import java.nio.charset.StandardCharsets;

/**
 * Writes windowed counts as {@link CoFiring} in wire format, field by field from the arrays that they are counted into:
 * the generated record would box every count. Not thread-safe.
 *
 * <p>Measured on 100 neurons at 5 Hz, 11 million counts: encoding the generated records took a third of all CPU time.
 */
public final class CoFiringEncoder {
    private final int schemaId;
    private final ShardConfig config;
    private final ByteWriter bytes = new ByteWriter();

    public CoFiringEncoder(int schemaId, ShardConfig config) {
        this.schemaId = schemaId;
        this.config = config;
    }

    public byte[] encode(String network, CoFiringCounts counts) {
        bytes.reset().writeByte(WireFormat.MAGIC);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.writeByte(schemaId >>> shift);
        }
        byte[] name = network.getBytes(StandardCharsets.UTF_8);
        bytes.writeSigned(name.length).writeAll(name);
        bytes.writeSigned(counts.post());
        bytes.writeSigned(counts.window());
        bytes.writeSigned(config.windowMicros());
        bytes.writeSigned(config.axis().binMicros());
        bytes.writeSigned(counts.postSpikes());
        array(counts.pre());
        array(counts.preSpikes());
        array(counts.coincidences());
        bytes.writeSigned(config.coFiring().coincidenceMicros());
        array(counts.cellPre());
        array(counts.cellLagBin());
        array(counts.counts());
        return bytes.toBytes();
    }

    /** Avro's array: one block of all items, and an empty one. */
    private void array(int[] items) {
        if (items.length > 0) {
            bytes.writeSigned(items.length);
            for (int item : items) {
                bytes.writeSigned(item);
            }
        }
        bytes.writeByte(0);
    }
}
