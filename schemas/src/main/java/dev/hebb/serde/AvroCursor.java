package dev.hebb.serde;

import dev.hebb.framing.RejectReason;

/** Reads Avro's binary encoding from an array, never past its end. Not thread-safe; used again for every value. */
final class AvroCursor {
    private static final int INT_BYTES = 5;
    private static final int LONG_BYTES = 10;

    private byte[] bytes = {};
    private int at;

    void start(byte[] value, int offset) {
        bytes = value;
        at = offset;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    int remaining() {
        return bytes.length - at;
    }

    int readInt() throws MalformedValueException {
        long value = readVariable(INT_BYTES);
        int low = (int) value;
        return (low >>> 1) ^ -(low & 1);
    }

    long readLong() throws MalformedValueException {
        long value = readVariable(LONG_BYTES);
        return (value >>> 1) ^ -(value & 1);
    }

    /** The length of what follows, which is there. */
    int readLength(String what) throws MalformedValueException {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw malformed(what + " says it has " + length + " bytes, but " + remaining() + " are left");
        }
        return (int) length;
    }

    /**
     * Items in the next block of an array or map, 0 after the last. Never more than bytes are left, which refuses
     * counts that are not true, and long arrays of items without bytes (nulls, records without fields).
     */
    int readBlock(String what) throws MalformedValueException {
        long count = readLong();
        if (count < 0) {
            // A negative count has the block's length in bytes after it, for those who skip.
            readLength("a block of " + what);
            count = -count;
        }
        if (count < 0 || count > remaining()) {
            throw malformed(what + " says that " + count + " items follow, but " + remaining() + " bytes are left");
        }
        return (int) count;
    }

    void skip(int length) throws MalformedValueException {
        if (length > remaining()) {
            throw malformed(
                    "the value ends too early: " + length + " more bytes expected, " + remaining() + " are left");
        }
        at += length;
    }

    void expectEnd() throws MalformedValueException {
        if (remaining() > 0) {
            throw malformed(remaining() + " bytes are left after the Avro datum");
        }
    }

    private long readVariable(int most) throws MalformedValueException {
        long value = 0;
        int start = at;
        for (int shift = 0; ; shift += 7) {
            if (at == bytes.length) {
                throw malformed("the value ends in the middle of a number");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
            if (at - start == most) {
                throw malformed("a number is longer than " + most + " bytes");
            }
        }
    }

    MalformedValueException malformed(String detail) {
        return new MalformedValueException(
                RejectReason.MALFORMED, detail + " (byte " + at + " of " + bytes.length + ")");
    }
}
