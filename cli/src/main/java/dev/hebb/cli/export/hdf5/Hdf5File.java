package dev.hebb.cli.export.hdf5;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * An HDF5 file that is put together in memory, from its leaves to its root: a group is written after its members, and a
 * reference after the object that it refers to. It has a superblock of version 0, so that all versions of the library
 * since 1.8 can read it (HDF5 File Format Specification 3.0).
 */
public final class Hdf5File {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int SUPERBLOCK_BYTES = 96;
    private static final long NO_ADDRESS = -1;

    private final FileBytes file = new FileBytes();
    private final GlobalHeap heap = new GlobalHeap(file);

    /** An empty file. */
    public Hdf5File() {
        file.reserve(SUPERBLOCK_BYTES);
    }

    /** A text. */
    public Value text(String text) {
        ByteBuffer element = GlobalHeap.elements(1);
        heap.put(text, element);
        return Value.text(element);
    }

    /** An array of texts. */
    public Value texts(List<String> texts) {
        ByteBuffer elements = GlobalHeap.elements(texts.size());
        texts.forEach(text -> heap.put(text, elements));
        return Value.texts(texts.size(), elements);
    }

    /** Writes a dataset, and returns its address. Names of attributes are ASCII. */
    public long dataset(Value value, Map<String, Value> attributes) {
        ObjectHeader header = ObjectHeader.ofDataset(value, file.append(value.data()));
        attributes.forEach(header::attribute);
        return file.append(header.toBytes());
    }

    /**
     * Writes a group, and returns its address.
     *
     * @param members their addresses by name, of at most 255 ASCII characters
     */
    public long group(Map<String, Long> members, Map<String, Value> attributes) {
        ObjectHeader header = ObjectHeader.ofGroup();
        members.forEach(header::link);
        attributes.forEach(header::attribute);
        return file.append(header.toBytes());
    }

    /**
     * Ends the file, and returns its bytes.
     *
     * @param root address of the root group
     */
    public byte[] finish(long root) {
        heap.close();
        // Versions of the superblock, free space, root group and shared messages are 0; addresses and lengths have 8
        // bytes; then the sizes of B-trees, of which there are none.
        file.at(0)
                .put(SIGNATURE)
                .put(new byte[] {0, 0, 0, 0, 0, 8, 8, 0})
                .putShort((short) 4)
                .putShort((short) 16)
                .putInt(0)
                .putLong(0)
                .putLong(NO_ADDRESS)
                .putLong(file.length())
                .putLong(NO_ADDRESS)
                .putLong(0)
                .putLong(root);
        return file.toArray();
    }
}
