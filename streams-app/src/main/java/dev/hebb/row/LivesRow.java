package dev.hebb.row;

/**
 * How often each shard has forgotten a network, as bytes: version 1, then the number of shards, and a number for each,
 * as {@link ByteWriter} packs them.
 */
public final class LivesRow {
    private static final byte VERSION = 1;

    private LivesRow() {}

    /** The numbers, by shard, as bytes. */
    public static byte[] pack(int[] ahead) {
        ByteWriter bytes = new ByteWriter().writeByte(VERSION).writeUnsigned(ahead.length);
        for (int lead : ahead) {
            bytes.writeUnsigned(lead);
        }
        return bytes.toBytes();
    }

    /**
     * The numbers from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static int[] unpack(byte[] packed) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("a census's row of lives", bytes.readByte(), VERSION);
        int[] ahead = new int[bytes.readCount(1)];
        for (int shard = 0; shard < ahead.length; shard++) {
            ahead[shard] = bytes.readInt();
        }
        bytes.expectEnd();
        return ahead;
    }
}
