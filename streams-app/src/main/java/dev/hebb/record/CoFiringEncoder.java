package dev.hebb.record;

import dev.hebb.row.ByteWriter;
import dev.hebb.schema.CoFiring;
import dev.hebb.serde.WireFormat;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.ShardConfig;
import java.nio.charset.StandardCharsets;

/**
 * Writes windowed counts as {@link CoFiring} in wire format, field by field from the arrays that they are counted into:
 * the generated record would box every count. Any thread may use it.
 *
 * <p>Measured on 100 neurons at 5 Hz, 11 million counts: encoding the generated records took a third of all CPU time.
 */
public final class CoFiringEncoder {
    /** Of what comes before and after the arrays, beside the network's name. */
    private static final int OTHER_BYTES = 96;

    /** Bytes that are reserved for a partner and for a cell: three numbers each, most of them of one byte. */
    private static final int RESERVED_BYTES = 4;

    private final int schemaId;
    private final ShardConfig config;

    public CoFiringEncoder(int schemaId, ShardConfig config) {
        this.schemaId = schemaId;
        this.config = config;
    }

    /** The counts of a dendrite in a window, as a value of the topic. */
    public byte[] encode(String network, CoFiringCounts counts) {
        byte[] name = network.getBytes(StandardCharsets.UTF_8);
        int items = counts.pre().length + counts.counts().length;
        ByteWriter bytes = new ByteWriter(OTHER_BYTES + name.length + RESERVED_BYTES * items);
        bytes.writeByte(WireFormat.MAGIC).writeFixed(schemaId, Integer.BYTES);
        bytes.writeSigned(name.length).writeAll(name);
        bytes.writeSigned(counts.post());
        bytes.writeSigned(counts.window());
        bytes.writeSigned(config.windowMicros());
        bytes.writeSigned(config.axis().binMicros());
        bytes.writeSigned(counts.postSpikes());
        array(bytes, counts.pre());
        array(bytes, counts.preSpikes());
        array(bytes, counts.coincidences());
        bytes.writeSigned(config.coFiring().coincidenceMicros());
        array(bytes, counts.cellPre());
        array(bytes, counts.cellLagBin());
        array(bytes, counts.counts());
        return bytes.toBytes();
    }

    /** Avro's array: one block of all items, and an empty one. */
    private static void array(ByteWriter bytes, int[] items) {
        if (items.length > 0) {
            bytes.writeSigned(items.length).writeSigned(items);
        }
        bytes.writeByte(0);
    }
}
