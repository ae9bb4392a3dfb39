package dev.hebb.row;

import dev.hebb.shard.NetworkSample;

/**
 * The sample of a network's pairs as bytes: version 1, then numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  version (byte), cells of a histogram, observed time in µs, neurons of the network, neurons of the sample, each:
 *      its slot
 *  the cells of all pairs, pair after pair
 * </pre>
 */
public final class SampleRow {
    private static final byte VERSION = 1;

    private SampleRow() {}

    /** A sample as bytes. */
    public static byte[] pack(NetworkSample sample) {
        ByteWriter bytes = new ByteWriter().writeByte(VERSION);
        bytes.writeUnsigned(sample.cells()).writeUnsigned(sample.observedMicros());
        bytes.writeUnsigned(sample.networkNeurons()).writeUnsigned(sample.slots().length);
        for (int slot : sample.slots()) {
            bytes.writeUnsigned(slot);
        }
        for (int count : sample.counts()) {
            bytes.writeUnsigned(count);
        }
        return bytes.toBytes();
    }

    /**
     * A sample from bytes.
     *
     * @param cells of a histogram, as they are now
     * @throws UnreadableRowException if they have a version that is not known here
     * @throws IllegalStateException if they were written with other lag bins
     */
    public static NetworkSample unpack(byte[] packed, int cells) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("a row of a network's sample", bytes.readByte(), VERSION);
        int written = bytes.readInt();
        if (written != cells) {
            throw new IllegalStateException("histograms were kept with " + written + " cells and are now read with "
                    + cells + "; set the lag bins back, or give the application another id");
        }
        long observedMicros = bytes.readUnsigned();
        int networkNeurons = bytes.readInt();
        int[] slots = read(bytes, bytes.readCount(1));
        int[] counts = read(bytes, slots.length * (slots.length - 1) / 2 * cells);
        bytes.expectEnd();
        return new NetworkSample(cells, slots, counts, observedMicros, networkNeurons);
    }

    private static int[] read(ByteReader bytes, int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = bytes.readInt();
        }
        return numbers;
    }
}
