package dev.hebb.row;

import dev.hebb.rule.RuleMemory;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.MaskReason;
import dev.hebb.synapse.Peak;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseTimes;
import java.nio.ByteBuffer;

/**
 * The synapses of one dendrite as bytes, all numbers big end first.
 *
 * <pre>
 *  0        1         3
 *  +--------+---------+------------------------------+
 *  | ver. 2 | count   | count × synapse of 90 bytes  |
 *  +--------+---------+------------------------------+
 *
 *  a synapse, ascending by pre:
 *  0     pre              int
 *  4     mask reason      byte   0 active, else the reason it is dormant for
 *  5     lag bin          short
 *  7     width, bins      short
 *  9     weight           double
 *  17    z                double
 *  25    lift             double
 *  33    use log odds     double
 *  41    formed at        long, event time µs
 *  49    last co-fired    long, event time µs
 *  57    dormant since    long, observed time µs
 *  65    last used        long, observed time µs
 *  73    inhibitory       byte   1 if so
 *  74    rule's memory    2 × double
 * </pre>
 *
 * Version 1 ends at 73: all its synapses are excitatory, and their rules remember nothing.
 */
public final class SynapseRow {
    /** Bytes of each synapse. */
    public static final int BYTES_PER_SYNAPSE = 90;

    private static final byte VERSION = 2;
    private static final byte WITHOUT_MEMORY = 1;
    private static final int HEADER_BYTES = 3;
    private static final MaskReason[] REASONS = MaskReason.values();

    private SynapseRow() {}

    /**
     * A dendrite as bytes.
     *
     * @throws IllegalArgumentException if it has more than 65,535 synapses
     */
    public static byte[] pack(DendriteSynapses row) {
        if (row.size() > 0xffff) {
            throw new IllegalArgumentException("a dendrite of " + row.size()
                    + " synapses does not fit a row; lower the fan-in budget below 65,536");
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + row.size() * BYTES_PER_SYNAPSE);
        bytes.put(VERSION).putShort((short) row.size());
        for (int i = 0; i < row.size(); i++) {
            bytes.putInt(row.pre(i)).put((byte) row.maskReason(i).ordinal());
            bytes.putShort((short) row.lagBin(i)).putShort((short) row.widthBins(i));
            bytes.putDouble(row.weight(i)).putDouble(row.z(i));
            bytes.putDouble(row.lift(i)).putDouble(row.useLogOdds(i));
            bytes.putLong(row.formedAtMicros(i)).putLong(row.lastCoFiredAtMicros(i));
            bytes.putLong(row.dormantSinceObservedMicros(i)).putLong(row.lastUsedObservedMicros(i));
            bytes.put((byte) (row.inhibitory(i) ? 1 : 0));
            RuleMemory memory = row.memory(i);
            bytes.putDouble(memory.first()).putDouble(memory.second());
        }
        return bytes.array();
    }

    /**
     * A dendrite from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static DendriteSynapses unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte version = bytes.get();
        UnreadableRowException.check("a dendrite's row", version, VERSION);
        int count = Short.toUnsignedInt(bytes.getShort());
        DendriteSynapses row = new DendriteSynapses();
        for (int i = 0; i < count; i++) {
            row.add(synapse(bytes, version));
        }
        return row;
    }

    private static Synapse synapse(ByteBuffer bytes, byte version) {
        int pre = bytes.getInt();
        MaskReason reason = REASONS[bytes.get()];
        int lagBin = Short.toUnsignedInt(bytes.getShort());
        int widthBins = Short.toUnsignedInt(bytes.getShort());
        double weight = bytes.getDouble();
        double z = bytes.getDouble();
        double lift = bytes.getDouble();
        double useLogOdds = bytes.getDouble();
        long formedAt = bytes.getLong();
        long lastCoFiredAt = bytes.getLong();
        long dormantSince = bytes.getLong();
        long lastUsed = bytes.getLong();
        boolean more = version != WITHOUT_MEMORY;
        boolean inhibitory = more && bytes.get() == 1;
        RuleMemory memory = more ? new RuleMemory(bytes.getDouble(), bytes.getDouble()) : RuleMemory.NONE;
        return new Synapse(
                pre,
                weight,
                reason,
                new Peak(lagBin, widthBins, inhibitory, z, lift),
                useLogOdds,
                memory,
                new SynapseTimes(formedAt, lastCoFiredAt, dormantSince, lastUsed));
    }
}
