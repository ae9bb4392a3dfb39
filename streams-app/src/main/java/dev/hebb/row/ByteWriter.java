package dev.hebb.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Packs numbers into bytes. Not negative numbers are LEB128: seven bits a byte, low bits first, high bit set on all
 * bytes but the last. Signed ones are zigzagged first, so that small magnitudes stay short. Grows, can be used again.
 */
public final class ByteWriter {
    private static final int LONGEST = 10;

    /** The largest number that takes one byte. */
    private static final int ONE_BYTE = 0x7F;

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(256);
    }

    /** @param expected bytes; more take a larger array */
    public ByteWriter(int expected) {
        bytes = new byte[Math.max(1, expected)];
    }

    /** Forgets what was written. */
    public ByteWriter reset() {
        size = 0;
        return this;
    }

    public int size() {
        return size;
    }

    /** Returns what was written, in a new array. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public ByteWriter writeByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Eight bytes, big end first. */
    public ByteWriter writeDouble(double value) {
        return writeFixed(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    /** The lowest bytes of a number, big end first. */
    public ByteWriter writeFixed(long value, int length) {
        reserve(length);
        for (int shift = Byte.SIZE * (length - 1); shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** A number that is not negative, in 1 to 9 bytes (10 for a negative one taken as unsigned). */
    public ByteWriter writeUnsigned(long value) {
        if ((value & ~0x7FL) == 0) {
            return writeByte((int) value);
        }
        reserve(LONGEST);
        int at = size;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        size = at;
        return this;
    }

    /** Any number, in 1 to 10 bytes. */
    public ByteWriter writeSigned(long value) {
        return writeUnsigned((value << 1) ^ (value >> 63));
    }

    /** Signed numbers, one after the other. */
    public ByteWriter writeSigned(int[] values) {
        int bits = 0;
        for (int value : values) {
            bits |= zigzag(value);
        }
        reserve(longest(bits) * values.length);
        byte[] to = bytes;
        int at = size;
        if ((bits & ~ONE_BYTE) == 0) {
            for (int i = 0; i < values.length; i++) {
                to[at + i] = (byte) zigzag(values[i]);
            }
            size += values.length;
        } else {
            for (int value : values) {
                at = writeLong(zigzag(value), to, at);
            }
            size = at;
        }
        return this;
    }

    /** The first numbers of an array, all taken as unsigned, one after the other. */
    public ByteWriter writeUnsigned(int[] values, int length) {
        int bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= values[i];
        }
        reserve(longest(bits) * length);
        byte[] to = bytes;
        int at = size;
        if ((bits & ~ONE_BYTE) == 0) {
            for (int i = 0; i < length; i++) {
                to[at + i] = (byte) values[i];
            }
            size += length;
        } else {
            for (int i = 0; i < length; i++) {
                at = writeLong(values[i], to, at);
            }
            size = at;
        }
        return this;
    }

    /** Bytes of the longest of some numbers, of which these are all bits. */
    private static int longest(int bits) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(bits) + 6) / 7);
    }

    /** Returns the place after it. */
    private static int writeLong(int value, byte[] to, int from) {
        int at = from;
        int rest = value;
        while ((rest & ~ONE_BYTE) != 0) {
            to[at++] = (byte) (rest | ~ONE_BYTE);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        return at;
    }

    private static int zigzag(int value) {
        return (value << 1) ^ (value >> (Integer.SIZE - 1));
    }

    /** Length, then the bytes. */
    public ByteWriter writeBytes(byte[] value) {
        return writeUnsigned(value.length).writeAll(value);
    }

    /** The bytes alone. */
    public ByteWriter writeAll(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Length in bytes, then UTF-8. */
    public ByteWriter writeString(String value) {
        return writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
