package dev.hebb.row;

import dev.hebb.rule.RuleMemory;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.MaskReason;
import dev.hebb.synapse.Peak;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseTimes;

/**
 * The synapses of one dendrite as bytes. A row is rewritten at every window, so that its size is what the changelog
 * holds most of in a network that is wired.
 *
 * <pre>
 *  version 3 (byte), number of synapses (unsigned varint), then each, ascending by pre:
 *
 *  step from the pre before         unsigned varint
 *  flags                            byte: bits 0 to 3 mask reason, 0 if active; bit 4 inhibitory;
 *                                         bit 5 the rule remembers something
 *  lag bin, width in bins           2 × unsigned varint
 *  weight, z, lift, use log odds    4 × double, big end first
 *  formed at                        signed varint, event time µs
 *  last co-fired                    signed varint, µs after it formed
 *  dormant since                    signed varint, observed time µs
 *  last used                        signed varint, observed time µs
 *  rule's memory                    2 × double, only if the flags say so
 * </pre>
 *
 * {@link FixedSynapseRow} reads versions 1 and 2.
 */
public final class SynapseRow {
    /** Bytes of an active synapse of a network some months old, as long as its rule remembers nothing. */
    public static final int BYTES_PER_SYNAPSE = 58;

    private static final byte VERSION = 3;
    private static final int LEAST_BYTES_PER_SYNAPSE = 4 + 4 * Double.BYTES + 4;
    private static final int REASON = 0x0f;
    private static final int INHIBITORY = 0x10;
    private static final int REMEMBERS = 0x20;
    private static final MaskReason[] REASONS = MaskReason.values();

    private SynapseRow() {}

    /** A dendrite as bytes. */
    public static byte[] pack(DendriteSynapses row) {
        ByteWriter bytes = new ByteWriter().writeByte(VERSION).writeUnsigned(row.size());
        int before = 0;
        for (int i = 0; i < row.size(); i++) {
            bytes.writeUnsigned(row.pre(i) - before);
            packSynapse(row, i, bytes);
            before = row.pre(i);
        }
        return bytes.toBytes();
    }

    private static void packSynapse(DendriteSynapses row, int i, ByteWriter bytes) {
        RuleMemory memory = row.memory(i);
        boolean remembers = !memory.equals(RuleMemory.NONE);
        bytes.writeByte(
                row.maskReason(i).ordinal() | (row.inhibitory(i) ? INHIBITORY : 0) | (remembers ? REMEMBERS : 0));
        bytes.writeUnsigned(row.lagBin(i)).writeUnsigned(row.widthBins(i));
        bytes.writeDouble(row.weight(i)).writeDouble(row.z(i));
        bytes.writeDouble(row.lift(i)).writeDouble(row.useLogOdds(i));
        bytes.writeSigned(row.formedAtMicros(i));
        bytes.writeSigned(row.lastCoFiredAtMicros(i) - row.formedAtMicros(i));
        bytes.writeSigned(row.dormantSinceObservedMicros(i)).writeSigned(row.lastUsedObservedMicros(i));
        if (remembers) {
            bytes.writeDouble(memory.first()).writeDouble(memory.second());
        }
    }

    /**
     * A dendrite from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static DendriteSynapses unpack(byte[] packed) {
        ByteReader bytes = new ByteReader(packed);
        byte version = bytes.readByte();
        UnreadableRowException.check("a dendrite's row", version, VERSION);
        if (version < VERSION) {
            return FixedSynapseRow.unpack(packed);
        }
        int count = bytes.readCount(LEAST_BYTES_PER_SYNAPSE);
        DendriteSynapses row = new DendriteSynapses();
        int pre = 0;
        for (int i = 0; i < count; i++) {
            pre += bytes.readInt();
            row.add(synapse(pre, bytes));
        }
        bytes.expectEnd();
        return row;
    }

    private static Synapse synapse(int pre, ByteReader bytes) {
        int flags = bytes.readByte();
        int lagBin = bytes.readInt();
        int widthBins = bytes.readInt();
        double weight = bytes.readDouble();
        double z = bytes.readDouble();
        double lift = bytes.readDouble();
        double useLogOdds = bytes.readDouble();
        long formedAt = bytes.readSigned();
        long lastCoFiredAt = formedAt + bytes.readSigned();
        SynapseTimes times = new SynapseTimes(formedAt, lastCoFiredAt, bytes.readSigned(), bytes.readSigned());
        boolean remembers = (flags & REMEMBERS) != 0;
        return new Synapse(
                pre,
                weight,
                REASONS[flags & REASON],
                new Peak(lagBin, widthBins, (flags & INHIBITORY) != 0, z, lift),
                useLogOdds,
                remembers ? new RuleMemory(bytes.readDouble(), bytes.readDouble()) : RuleMemory.NONE,
                times);
    }
}
