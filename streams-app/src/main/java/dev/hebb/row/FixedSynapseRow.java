package dev.hebb.row;

import dev.hebb.rule.RuleMemory;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.MaskReason;
import dev.hebb.synapse.Peak;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseTimes;
import java.nio.ByteBuffer;

/**
 * Rows of synapses as earlier versions wrote them: 90 bytes a synapse, all numbers big end first.
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
final class FixedSynapseRow {
    private static final byte WITHOUT_MEMORY = 1;
    private static final MaskReason[] REASONS = MaskReason.values();

    private FixedSynapseRow() {}

    /** A dendrite from bytes of version 1 or 2. */
    static DendriteSynapses unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte version = bytes.get();
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
