package dev.hebb.row;

/**
 * Spikes in ascending order of time, packed to two to four bytes each at ordinary rates.
 *
 * <pre>
 *  +-----------+--------------------+---------------------------------------------------+
 *  | count n   | first time, signed | n times: microseconds since the last, and neuron  |
 *  | unsigned  | only if n &gt; 0      | unsigned                            unsigned      |
 *  +-----------+--------------------+---------------------------------------------------+
 * </pre>
 */
final class SpikePacking {
    /** A spike takes a byte for its time and one for its neuron, at least. */
    private static final int LEAST_BYTES = 2;

    private SpikePacking() {}

    static void write(ByteWriter out, long[] timesMicros, int[] neurons) {
        out.writeUnsigned(timesMicros.length);
        if (timesMicros.length == 0) {
            return;
        }
        long last = timesMicros[0];
        out.writeSigned(last);
        for (int i = 0; i < timesMicros.length; i++) {
            out.writeUnsigned(timesMicros[i] - last).writeUnsigned(neurons[i]);
            last = timesMicros[i];
        }
    }

    /** The number of spikes that {@link #read} then has to be given room for. */
    static int readCount(ByteReader in) {
        return in.readCount(LEAST_BYTES);
    }

    static void read(ByteReader in, long[] timesMicros, int[] neurons) {
        if (timesMicros.length == 0) {
            return;
        }
        long time = in.readSigned();
        for (int i = 0; i < timesMicros.length; i++) {
            time += in.readUnsigned();
            timesMicros[i] = time;
            neurons[i] = in.readInt();
        }
    }
}
