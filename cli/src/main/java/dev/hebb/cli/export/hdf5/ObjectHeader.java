package dev.hebb.cli.export.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The header of a group or a dataset, of version 1 (HDF5 File Format Specification 3.0, IV.A.1.a):
 *
 * <pre>
 * 1 (1) | 0 (1) | number of messages (2) | references (4) | bytes of the messages (4) | 0 (4)
 * for each message: type (2) | bytes (2) | flags (1) | 0 (3) | content, padded to a multiple of 8
 * </pre>
 */
final class ObjectHeader {
    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0a;
    private static final int ATTRIBUTE = 0x0c;
    private static final int MOST_BYTES_OF_A_MESSAGE = 0xffff;
    private static final long NO_ADDRESS = -1;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private int count;

    /** The header of a group, which says that its links are messages of the header. */
    static ObjectHeader ofGroup() {
        ObjectHeader header = new ObjectHeader();
        header.add(LINK_INFO, buffer(18).putShort((short) 0).putLong(NO_ADDRESS).putLong(NO_ADDRESS));
        header.add(GROUP_INFO, buffer(2));
        return header;
    }

    /**
     * The header of a dataset whose elements are in one place.
     *
     * @param address of the elements
     */
    static ObjectHeader ofDataset(Value value, long address) {
        ObjectHeader header = new ObjectHeader();
        header.add(DATASPACE, ByteBuffer.wrap(value.space()));
        header.add(DATATYPE, ByteBuffer.wrap(value.type().message()));
        // Version 2: room is allocated late, the fill value is written if set, and is the default one.
        header.add(FILL_VALUE, ByteBuffer.wrap(new byte[] {2, 2, 2, 1, 0, 0, 0, 0}));
        int size = value.data().length;
        header.add(
                LAYOUT,
                buffer(18)
                        .put((byte) 3)
                        .put((byte) 1)
                        .putLong(size == 0 ? NO_ADDRESS : address)
                        .putLong(size));
        return header;
    }

    /** Adds a hard link. */
    void link(String name, long address) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        add(
                LINK,
                buffer(3 + ascii.length + Long.BYTES)
                        .put((byte) 1)
                        .put((byte) 0)
                        .put((byte) ascii.length)
                        .put(ascii)
                        .putLong(address));
    }

    /** Adds an attribute, of version 3: no part is padded. */
    void attribute(String name, Value value) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        byte[] type = value.type().message();
        byte[] space = value.space();
        byte[] data = value.data();
        add(
                ATTRIBUTE,
                buffer(9 + ascii.length + 1 + type.length + space.length + data.length)
                        .put((byte) 3)
                        .put((byte) 0)
                        .putShort((short) (ascii.length + 1))
                        .putShort((short) type.length)
                        .putShort((short) space.length)
                        .put((byte) 0)
                        .put(ascii)
                        .put((byte) 0)
                        .put(type)
                        .put(space)
                        .put(data));
    }

    byte[] toBytes() {
        return buffer(16 + messages.size())
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) count)
                .putInt(1)
                .putInt(messages.size())
                .putInt(0)
                .put(messages.toByteArray())
                .array();
    }

    private void add(int type, ByteBuffer content) {
        byte[] bytes = content.array();
        int padded = (bytes.length + 7) & ~7;
        if (padded > MOST_BYTES_OF_A_MESSAGE) {
            throw new IllegalArgumentException("a message of HDF5 has at most 64 KiB, not " + padded);
        }
        messages.writeBytes(buffer(8 + padded)
                .putShort((short) type)
                .putShort((short) padded)
                .putInt(0)
                .put(bytes)
                .array());
        count++;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
