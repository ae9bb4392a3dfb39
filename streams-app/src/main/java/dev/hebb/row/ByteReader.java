package dev.hebb.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. Throws {@link CorruptRowException} on anything else. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Bytes that are not read yet. */
    public int remaining() {
        return bytes.length - at;
    }

    public byte readByte() {
        if (at == bytes.length) {
            throw new CorruptRowException("the row ends after " + at + " bytes, in the middle of a value");
        }
        return bytes[at++];
    }

    /** Eight bytes, big end first. */
    public double readDouble() {
        long bits = 0;
        for (int i = 0; i < Double.BYTES; i++) {
            bits = bits << Byte.SIZE | (readByte() & 0xff);
        }
        return Double.longBitsToDouble(bits);
    }

    /** A number of up to ten bytes; one above 2^63 − 1 is negative. */
    public long readUnsigned() {
        byte first = readByte();
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7F;
        for (int shift = 7; shift < Long.SIZE; shift += 7) {
            byte next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new CorruptRowException("a number before byte " + at + " of the row is longer than ten bytes");
    }

    /** An unsigned number that must fit. */
    public int readInt() {
        long value = readUnsigned();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new CorruptRowException("the number " + value + " before byte " + at + " of the row is not an int");
        }
        return (int) value;
    }

    /** A count of things of which each takes at least {@code leastBytes} of what remains. */
    public int readCount(int leastBytes) {
        int count = readInt();
        if ((long) count * leastBytes > remaining()) {
            throw new CorruptRowException("the row announces " + count + " items before byte " + at + " but only "
                    + remaining() + " bytes are left");
        }
        return count;
    }

    /** A number that was written as signed. */
    public long readSigned() {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A length and as many bytes. */
    public byte[] readBytes() {
        int length = readCount(1);
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    /** A length in bytes and as much UTF-8. */
    public String readString() {
        int length = readCount(1);
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** Refuses bytes after the row's last value; to be called last. */
    public void expectEnd() {
        if (at != bytes.length) {
            throw new CorruptRowException(remaining() + " bytes are left after the row's last value");
        }
    }
}
