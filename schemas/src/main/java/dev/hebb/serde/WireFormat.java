package dev.hebb.serde;

import dev.hebb.framing.RejectReason;
import java.nio.ByteBuffer;

/**
 * Confluent's wire format.
 *
 * <pre>
 *  byte 0      1 2 3 4              5 ...
 *  +----------+--------------------+----------------+
 *  | magic 0  | schema id, big end | Avro datum     |
 *  +----------+--------------------+----------------+
 * </pre>
 */
public final class WireFormat {
    public static final byte MAGIC = 0;
    /** Bytes before the datum. */
    public static final int HEADER_BYTES = 5;

    private WireFormat() {}

    /**
     * The schema id of a value.
     *
     * @throws MalformedValueException if the value is too short or starts with another magic byte
     */
    public static int schemaId(byte[] value) throws MalformedValueException {
        if (value.length < HEADER_BYTES) {
            throw new MalformedValueException(
                    RejectReason.NOT_WIRE_FORMAT,
                    "the value has " + value.length
                            + " bytes; Confluent's wire format starts with 5: magic 0 and a 4-byte schema id");
        }
        if (value[0] != MAGIC) {
            throw new MalformedValueException(
                    RejectReason.NOT_WIRE_FORMAT,
                    "the value starts with byte " + (value[0] & 0xff)
                            + "; Confluent's wire format starts with 0; send Avro with a registered schema id");
        }
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    /** Writes the header at the start of the buffer. */
    static void writeHeader(byte[] buffer, int schemaId) {
        ByteBuffer.wrap(buffer).put(MAGIC).putInt(schemaId);
    }
}
