package dev.hebb.row;

import dev.hebb.census.NeuronLife;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The census of a network as bytes: version 1, then numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  version (byte), number of neurons, each:
 *      neuron, degree, first formed at (signed), last spike (signed), observed µs by then,
 *      unconnected since (observed µs)
 * </pre>
 */
public final class CensusRow {
    private static final byte VERSION = 1;

    private CensusRow() {}

    /** A census as bytes. */
    public static byte[] pack(Map<Integer, NeuronLife> neurons) {
        ByteWriter bytes = new ByteWriter().writeByte(VERSION).writeUnsigned(neurons.size());
        neurons.forEach((neuron, life) -> bytes.writeUnsigned(neuron)
                .writeUnsigned(life.degree())
                .writeSigned(life.firstFormedMicros())
                .writeSigned(life.lastSpikeMicros())
                .writeUnsigned(life.lastSpikeObservedMicros())
                .writeUnsigned(life.unconnectedSinceObservedMicros()));
        return bytes.toBytes();
    }

    /**
     * A census from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static NavigableMap<Integer, NeuronLife> unpack(byte[] packed) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("a census", bytes.readByte(), VERSION);
        NavigableMap<Integer, NeuronLife> neurons = new TreeMap<>();
        for (int left = bytes.readCount(6); left > 0; left--) {
            neurons.put(
                    bytes.readInt(),
                    new NeuronLife(
                            bytes.readInt(),
                            bytes.readSigned(),
                            bytes.readSigned(),
                            bytes.readUnsigned(),
                            bytes.readUnsigned()));
        }
        bytes.expectEnd();
        return neurons;
    }
}
