package dev.hebb.row;

import dev.hebb.command.ControlState;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardState;
import java.nio.ByteBuffer;
import java.util.function.IntPredicate;

/**
 * The row that once held all of a shard's state, all numbers big end first. It is read, and no longer written.
 *
 * <pre>
 *  version 1 or 2 (byte)
 *  progress, as in {@link ProgressRow}, without its last line
 *  number of neurons (int), each in its slot's order: id, rank          2 × int
 *      spikes, first spike, last spike                                  3 × long
 *  control: length (int), see {@link ControlRow}
 * </pre>
 *
 * Version 1 has neither stress nor stimulated, and ends with the neurons. Ranks are passed over, because they follow
 * from the first spikes, and last spikes, because nothing needs them.
 */
public final class WholeStateRow {
    private static final byte VERSION = 2;
    private static final byte WITHOUT_CONTROL = 1;

    private WholeStateRow() {}

    /** Returns whether a row of a shard's progress is one of these. */
    public static boolean is(byte[] packed) {
        return packed[0] == VERSION || packed[0] == WITHOUT_CONTROL;
    }

    /**
     * A shard's state from bytes.
     *
     * @param owns whether the shard owns a neuron's dendrite
     * @throws UnreadableRowException if the bytes have another version
     */
    public static ShardState unpack(byte[] packed, IntPredicate owns) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte version = bytes.get();
        UnreadableRowException.check("a shard's whole state", version, VERSION);
        ProgressRow.Beginning beginning = ProgressRow.Beginning.read(bytes, version != WITHOUT_CONTROL);
        Neurons neurons = new Neurons();
        long ownSpikes = 0;
        for (int left = bytes.getInt(); left > 0; left--) {
            int neuron = bytes.getInt();
            bytes.getInt();
            long spikes = bytes.getLong();
            neurons.spike(neuron, bytes.getLong());
            bytes.getLong();
            ownSpikes += owns.test(neuron) ? spikes : 0;
        }
        ControlState control = version == WITHOUT_CONTROL ? ControlState.START : unpackControl(bytes);
        return new ShardState(beginning.progress(neurons.size(), ownSpikes), neurons, control);
    }

    private static ControlState unpackControl(ByteBuffer bytes) {
        byte[] control = new byte[bytes.getInt()];
        bytes.get(control);
        return ControlRow.unpackWithoutVersion(control);
    }
}
