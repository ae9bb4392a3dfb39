package dev.hebb.cli.export.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The texts of a file, in collections of the global heap (HDF5 File Format Specification 3.0, III.E):
 *
 * <pre>
 * GCOL 1 0 0 0 | size of the collection (8)
 * for each text: index from 1 (2) | references (2) | 0 (4) | length (8) | bytes, padded to a multiple of 8
 * at the end:    0 (2) | 0 (2) | 0 (4) | bytes that are left, with these 16 (8)
 * </pre>
 */
final class GlobalHeap {
    /** Bytes of an array's element that names a text: its length (4), address of the collection (8), index (4). */
    static final int ELEMENT_BYTES = 16;

    private static final int HEAD_BYTES = 16;
    private static final int COLLECTION_BYTES = 1 << 14;

    private final FileBytes file;
    private int collection;
    private int used;
    private int size;
    private int index;

    GlobalHeap(FileBytes file) {
        this.file = file;
    }

    /** Stores a text, and writes the element that names it. An empty text takes no room. */
    void put(String text, ByteBuffer element) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == 0) {
            element.putInt(0).putLong(0).putInt(0);
            return;
        }
        int padded = Math.addExact(utf8.length, 7) & ~7;
        if (size - used < HEAD_BYTES + padded) {
            close();
            open(HEAD_BYTES + HEAD_BYTES + padded);
        }
        index++;
        file.at(collection + used)
                .putShort((short) index)
                .putShort((short) 0)
                .putInt(0)
                .putLong(utf8.length)
                .put(utf8);
        used += HEAD_BYTES + padded;
        element.putInt(utf8.length).putLong(collection).putInt(index);
    }

    /** Ends the last collection. */
    void close() {
        if (size - used >= HEAD_BYTES) {
            file.at(collection + used).putLong(0).putLong(size - used);
        }
        used = size;
    }

    private void open(int least) {
        size = Math.max(COLLECTION_BYTES, least);
        collection = file.reserve(size);
        file.at(collection)
                .put("GCOL".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .position(collection + 8)
                .putLong(size);
        used = HEAD_BYTES;
        index = 0;
    }

    /** Elements for an array of texts. */
    static ByteBuffer elements(int count) {
        return ByteBuffer.allocate(Math.multiplyExact(count, ELEMENT_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
