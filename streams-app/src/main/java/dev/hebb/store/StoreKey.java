package dev.hebb.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: a network first, so that what is one network's lies together, then numbers.
 *
 * <pre>
 *  +---------------------+---------------+---------------------------------------+
 *  | length, 2 bytes     | network UTF-8 | numbers, big end first, sign flipped  |
 *  +---------------------+---------------+---------------------------------------+
 * </pre>
 *
 * Flipping the sign makes the order of bytes the order of numbers. The length keeps networks apart of which one's name
 * begins with the other's.
 */
public final class StoreKey {
    private final byte[] prefix;

    private StoreKey(byte[] prefix) {
        this.prefix = prefix;
    }

    /** Keys of one network. */
    public static StoreKey of(String network) {
        byte[] name = network.getBytes(StandardCharsets.UTF_8);
        return new StoreKey(ByteBuffer.allocate(Short.BYTES + name.length)
                .putShort((short) name.length)
                .put(name)
                .array());
    }

    /** The key of the offset of a task's only topic; no network has an empty name. */
    public static Bytes offset() {
        return of("").with(0);
    }

    /** The network's only key, and the smallest of all its keys. */
    public Bytes only() {
        return Bytes.wrap(prefix);
    }

    public Bytes with(long number) {
        return Bytes.wrap(open(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array());
    }

    public Bytes with(int number) {
        return Bytes.wrap(open(Integer.BYTES).putInt(number ^ Integer.MIN_VALUE).array());
    }

    public Bytes with(int number, int part) {
        return Bytes.wrap(open(2 * Integer.BYTES)
                .putInt(number ^ Integer.MIN_VALUE)
                .putInt(part ^ Integer.MIN_VALUE)
                .array());
    }

    public Bytes with(int number, long part) {
        return Bytes.wrap(open(Integer.BYTES + Long.BYTES)
                .putInt(number ^ Integer.MIN_VALUE)
                .putLong(part ^ Long.MIN_VALUE)
                .array());
    }

    /** A key greater than every other of the network. */
    public Bytes last() {
        return Bytes.wrap(open(2 * Long.BYTES).putLong(-1).putLong(-1).array());
    }

    /** The first number of a key with numbers. */
    public int firstInt(Bytes key) {
        return ByteBuffer.wrap(key.get(), prefix.length, Integer.BYTES).getInt() ^ Integer.MIN_VALUE;
    }

    /** The network that a key belongs to. */
    public static String networkOf(Bytes key) {
        return new String(key.get(), Short.BYTES, networkBytes(key), StandardCharsets.UTF_8);
    }

    private static int networkBytes(Bytes key) {
        return Short.toUnsignedInt(ByteBuffer.wrap(key.get()).getShort());
    }

    /** Returns whether a key is its network's {@link #only}. */
    static boolean isOnly(Bytes key) {
        return key.get().length == Short.BYTES + networkBytes(key);
    }

    private ByteBuffer open(int bytes) {
        return ByteBuffer.allocate(prefix.length + bytes).put(prefix);
    }
}
