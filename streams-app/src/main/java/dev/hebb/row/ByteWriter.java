package dev.hebb.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Packs numbers into bytes. Not negative numbers are LEB128: seven bits a byte, low bits first, high bit set on all
 * bytes but the last. Signed ones are zigzagged first, so that small magnitudes stay short. Grows, can be used again.
 */
public final class ByteWriter {
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        bytes = new byte[256];
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
        reserve(Double.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
        return this;
    }

    /** A number that is not negative, in 1 to 9 bytes (10 for a negative one taken as unsigned). */
    public ByteWriter writeUnsigned(long value) {
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

    public ByteWriter writeSigned(long value) {
        return writeUnsigned((value << 1) ^ (value >> 63));
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
