package dev.hebb.row;

import java.nio.ByteBuffer;

/**
 * Cumulative two-sided histograms of one dendrite with a block of pre-synaptic slots, as bytes.
 *
 * <pre>
 *  0        1          2            4           6
 *  +--------+----------+------------+-----------+--------------------------------------+
 *  | ver. 1 | width w  | slots      | cells 2K  | slots × 2K counters of w bytes       |
 *  +--------+----------+------------+-----------+--------------------------------------+
 * </pre>
 *
 * The width, 1, 2 or 4 bytes, is the smallest that holds the block's largest counter: it widens by itself. A block of
 * {@value #SLOTS} slots of 100 cells is at most 100 KB, so that no row outgrows a Kafka message however many neurons
 * there are.
 */
public final class HistogramBlock {
    /** Slots of a block. */
    public static final int SLOTS = 256;

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 6;
    private static final int BYTE_MAX = 0xff;
    private static final int SHORT_MAX = 0xffff;

    private HistogramBlock() {}

    /** Packs {@code slots} histograms of {@code cells} counters each, that begin at {@code from}. */
    public static byte[] pack(int[] counts, int from, int slots, int cells) {
        int length = slots * cells;
        int width = width(counts, from, length);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + length * width);
        bytes.put(VERSION).put((byte) width).putShort((short) slots).putShort((short) cells);
        byte[] packed = bytes.array();
        switch (width) {
            case 1 -> {
                for (int i = 0; i < length; i++) {
                    packed[HEADER_BYTES + i] = (byte) counts[from + i];
                }
            }
            case 2 -> bytes.slice().asShortBuffer().put(narrow(counts, from, length));
            default -> bytes.slice().asIntBuffer().put(counts, from, length);
        }
        return packed;
    }

    /**
     * Unpacks into an array, from {@code from} on; slots that the block does not have are left as they are.
     *
     * @return how many slots the block has
     * @throws UnreadableRowException if the block has a version that is not known here
     * @throws IllegalStateException if it was written with other lag bins
     */
    public static int unpack(byte[] packed, int[] into, int from, int cells) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        UnreadableRowException.check("a block of histograms", bytes.get(), VERSION);
        int width = bytes.get();
        int length = Short.toUnsignedInt(bytes.getShort()) * cells;
        int written = Short.toUnsignedInt(bytes.getShort());
        if (written != cells) {
            throw new IllegalStateException("histograms were kept with " + written + " cells and are now read with "
                    + cells + "; set the lag bins back, or give the application another id");
        }
        switch (width) {
            case 1 -> {
                for (int i = 0; i < length; i++) {
                    into[from + i] = packed[HEADER_BYTES + i] & BYTE_MAX;
                }
            }
            case 2 -> {
                short[] narrow = new short[length];
                bytes.slice().asShortBuffer().get(narrow);
                for (int i = 0; i < length; i++) {
                    into[from + i] = narrow[i] & SHORT_MAX;
                }
            }
            default -> bytes.slice().asIntBuffer().get(into, from, length);
        }
        return length / cells;
    }

    private static int width(int[] counts, int from, int length) {
        int bits = 0;
        for (int i = from; i < from + length; i++) {
            bits |= counts[i];
        }
        return bytesPerCounter(Integer.toUnsignedLong(bits));
    }

    /** Bytes of each counter of a block whose largest counter is this. */
    public static int bytesPerCounter(long largest) {
        if (largest <= BYTE_MAX) {
            return Byte.BYTES;
        }
        return largest <= SHORT_MAX ? Short.BYTES : Integer.BYTES;
    }

    private static short[] narrow(int[] counts, int from, int length) {
        short[] narrow = new short[length];
        for (int i = 0; i < length; i++) {
            narrow[i] = (short) counts[from + i];
        }
        return narrow;
    }
}
