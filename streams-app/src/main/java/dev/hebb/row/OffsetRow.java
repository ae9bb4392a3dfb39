package dev.hebb.row;

import java.util.UUID;

/**
 * Offset of the last record of a topic that a task has handled, as bytes: version 1, then as {@link ByteWriter} packs
 * them.
 *
 * <pre>
 *  version (byte), id of the topic: two longs, signed; offset, unsigned
 * </pre>
 *
 * @param topicId a topic that is deleted and made again has another one
 * @param offset of the record
 */
public record OffsetRow(UUID topicId, long offset) {
    private static final byte VERSION = 1;

    /** The row as bytes. */
    public byte[] pack() {
        return new ByteWriter()
                .writeByte(VERSION)
                .writeSigned(topicId.getMostSignificantBits())
                .writeSigned(topicId.getLeastSignificantBits())
                .writeUnsigned(offset)
                .toBytes();
    }

    /**
     * The row from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static OffsetRow unpack(byte[] packed) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("the offset of a task", bytes.readByte(), VERSION);
        OffsetRow row = new OffsetRow(new UUID(bytes.readSigned(), bytes.readSigned()), bytes.readUnsigned());
        bytes.expectEnd();
        return row;
    }
}
