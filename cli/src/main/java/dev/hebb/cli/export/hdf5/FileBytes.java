package dev.hebb.cli.export.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of a file that grows in memory, to at most 2 GiB. What is not written is zero. */
final class FileBytes {
    private byte[] bytes = new byte[1 << 16];
    private int length;

    /**
     * Appends room, and returns its address, which is a multiple of 8.
     *
     * @throws ArithmeticException if the file would exceed 2 GiB
     */
    int reserve(int size) {
        int address = Math.addExact(length, 7) & ~7;
        length = Math.addExact(address, size);
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * bytes.length, length)));
        }
        return address;
    }

    /** Appends bytes, and returns their address. */
    int append(byte[] content) {
        int address = reserve(content.length);
        System.arraycopy(content, 0, bytes, address, content.length);
        return address;
    }

    /** The bytes from an address on, for writing, in the order of HDF5. */
    ByteBuffer at(int address) {
        return ByteBuffer.wrap(bytes, address, length - address).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
