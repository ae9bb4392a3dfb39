package dev.hebb.produce;

import dev.hebb.serde.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes {@code SpikeBatch} in wire format straight from arrays, without a boxed number, as a datum of the union
 * {@code [Spike, SpikeBatch]}; byte for byte what Avro's own writer makes. Not thread-safe: the buffer is reused.
 *
 * <pre>
 *  0 | id, 4 bytes | 02 = branch 1 | network: length, UTF-8 | origin | n, n neurons, 0 | n, n offsets, 0
 *    all numbers after the id are zigzag varints; an empty array is the single byte 0
 * </pre>
 */
public final class SpikeBatchEncoder {
    /** Spikes that a batch may have, so that a record stays far below Kafka's default of 1 MB. */
    public static final int MAX_SPIKES = 8192;

    private static final int MAX_INT_BYTES = 5;
    private static final int MAX_LONG_BYTES = 10;
    private static final byte SPIKE_BATCH_BRANCH = 2;

    private final byte[] prefix;
    private byte[] buffer;
    private int position;

    /**
     * An encoder for one network.
     *
     * @param schemaId the registry's id of the union
     */
    public SpikeBatchEncoder(int schemaId, String network) {
        byte[] name = network.getBytes(StandardCharsets.UTF_8);
        buffer = new byte[WireFormat.HEADER_BYTES + 1 + MAX_INT_BYTES + name.length];
        ByteBuffer.wrap(buffer).put(WireFormat.MAGIC).putInt(schemaId).put(SPIKE_BATCH_BRANCH);
        position = WireFormat.HEADER_BYTES + 1;
        writeInt(name.length);
        System.arraycopy(name, 0, buffer, position, name.length);
        prefix = Arrays.copyOf(buffer, position + name.length);
    }

    /**
     * The batch in wire format, in a new array.
     *
     * @throws IllegalArgumentException if a spike is earlier than the origin, or 2^31 µs or more later
     */
    public byte[] encode(long originMicros, SpikeBlock spikes) {
        begin(originMicros, spikes.length());
        writeCount(spikes.length());
        for (int spike = 0; spike < spikes.length(); spike++) {
            writeInt(spikes.neuron(spike));
        }
        endArray();
        writeCount(spikes.length());
        for (int spike = 0; spike < spikes.length(); spike++) {
            writeInt(offset(originMicros, spikes.timeMicros(spike)));
        }
        endArray();
        return Arrays.copyOf(buffer, position);
    }

    private void begin(long originMicros, int spikes) {
        int worst = prefix.length + MAX_LONG_BYTES + 2 * (MAX_INT_BYTES + 1 + spikes * MAX_INT_BYTES);
        if (buffer.length < worst) {
            buffer = new byte[worst];
        }
        System.arraycopy(prefix, 0, buffer, 0, prefix.length);
        position = prefix.length;
        writeLong(originMicros);
    }

    private static int offset(long originMicros, long timeMicros) {
        long offset = timeMicros - originMicros;
        if (offset < 0 || offset > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a spike at " + timeMicros + " µs does not fit a batch from "
                    + originMicros + " µs: offsets are 0 to 2^31-1 µs");
        }
        return (int) offset;
    }

    private void writeCount(int count) {
        if (count > 0) {
            writeInt(count);
        }
    }

    private void endArray() {
        buffer[position++] = 0;
    }

    private void writeInt(int value) {
        int zigzag = (value << 1) ^ (value >> 31);
        while ((zigzag & ~0x7F) != 0) {
            buffer[position++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        buffer[position++] = (byte) zigzag;
    }

    private void writeLong(long value) {
        long zigzag = (value << 1) ^ (value >> 63);
        while ((zigzag & ~0x7FL) != 0) {
            buffer[position++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        buffer[position++] = (byte) zigzag;
    }
}
