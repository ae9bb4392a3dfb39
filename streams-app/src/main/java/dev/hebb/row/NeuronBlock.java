package dev.hebb.row;

import dev.hebb.shard.Neurons;

/**
 * The neurons of a network in {@link #SLOTS} consecutive slots as bytes: version 1, then numbers as {@link ByteWriter}
 * packs them.
 *
 * <pre>
 *  version (byte), number of neurons, each in its slot's order:
 *      id, first spike (signed): µs from the one before, for the first of a block from 0
 * </pre>
 *
 * Neurons are added and never change, so a block is rewritten only while it fills.
 */
public final class NeuronBlock {
    /** Slots of a block. */
    public static final int SLOTS = 256;

    private static final byte VERSION = 1;
    private static final int LEAST_BYTES = 2;

    private NeuronBlock() {}

    /** The block that a slot lies in. */
    public static int of(int slot) {
        return slot / SLOTS;
    }

    /** A block as bytes. */
    public static byte[] pack(Neurons neurons, int block) {
        int from = block * SLOTS;
        int to = Math.min(from + SLOTS, neurons.size());
        ByteWriter bytes = new ByteWriter().writeByte(VERSION).writeUnsigned(to - from);
        long before = 0;
        for (int slot = from; slot < to; slot++) {
            bytes.writeUnsigned(neurons.idOf(slot)).writeSigned(neurons.firstSpikeMicros(slot) - before);
            before = neurons.firstSpikeMicros(slot);
        }
        return bytes.toBytes();
    }

    /**
     * Adds the neurons of a block to those of the blocks before it.
     *
     * @param upTo how many neurons there are in the end at most: a block may have been written later than what says how
     *     many neurons there are
     * @throws UnreadableRowException if the bytes have a version that is not known here
     */
    public static void unpack(byte[] packed, Neurons into, int upTo) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("a block of neurons", bytes.readByte(), VERSION);
        long first = 0;
        for (int left = bytes.readCount(LEAST_BYTES); left > 0; left--) {
            int neuron = bytes.readInt();
            first += bytes.readSigned();
            if (into.size() < upTo) {
                into.spike(neuron, first);
            }
        }
        bytes.expectEnd();
    }
}
