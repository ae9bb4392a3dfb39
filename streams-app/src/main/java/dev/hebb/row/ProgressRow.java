package dev.hebb.row;

import dev.hebb.framing.Gap;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.WindowTotals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The progress of a shard as bytes, all numbers big end first.
 *
 * <pre>
 *  version 3 (byte)
 *  last seq, watermark, next window, recounted before, observed µs      5 × long
 *  number of gaps (int), each: from, to                                 2 × long
 *  totals of the last window: window, start, end, observed µs,
 *      network spikes, spikes, pairs                                    7 × long
 *      neurons, active, dormant, formed, masked, unmasked, pruned       7 × int
 *      mean weight, stress (double), stimulated (int), stage (short length, UTF-8)
 *  neurons of the network (int), spikes of the shard's own (long)
 * </pre>
 *
 * Rows of version 1 and 2 hold the neurons and the control too, see {@link WholeStateRow}.
 */
public final class ProgressRow {
    private static final byte VERSION = 3;
    private static final int FIXED_BYTES = 1 + 13 * Long.BYTES + 10 * Integer.BYTES + 2 * Double.BYTES + Short.BYTES;
    private static final int GAP_BYTES = 2 * Long.BYTES;

    private ProgressRow() {}

    /** Progress as bytes. */
    public static byte[] pack(ShardProgress progress) {
        byte[] stage = progress.totals().stage().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(FIXED_BYTES + stage.length + progress.gaps().size() * GAP_BYTES);
        bytes.put(VERSION).putLong(progress.lastSeq()).putLong(progress.watermarkMicros());
        bytes.putLong(progress.nextWindow()).putLong(progress.recountedBefore()).putLong(progress.observedMicros());
        bytes.putInt(progress.gaps().size());
        for (Gap gap : progress.gaps()) {
            bytes.putLong(gap.fromMicros()).putLong(gap.toMicros());
        }
        packTotals(progress.totals(), stage, bytes);
        bytes.putInt(progress.neurons()).putLong(progress.ownSpikes());
        return bytes.array();
    }

    private static void packTotals(WindowTotals totals, byte[] stage, ByteBuffer bytes) {
        bytes.putLong(totals.window()).putLong(totals.span().startMicros()).putLong(totals.endMicros());
        bytes.putLong(totals.observedMicros())
                .putLong(totals.activity().networkSpikes())
                .putLong(totals.activity().spikes());
        bytes.putLong(totals.activity().pairs());
        bytes.putInt(totals.activity().neurons())
                .putInt(totals.synapses().active())
                .putInt(totals.synapses().dormant());
        bytes.putInt(totals.transitions().formed())
                .putInt(totals.transitions().masked())
                .putInt(totals.transitions().unmasked())
                .putInt(totals.transitions().pruned());
        bytes.putDouble(totals.synapses().meanWeight())
                .putDouble(totals.stress())
                .putInt(totals.activity().stimulated());
        bytes.putShort((short) stage.length).put(stage);
    }

    /**
     * Progress from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static ShardProgress unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte version = bytes.get();
        if (version != VERSION) {
            throw new UnreadableRowException("a shard's progress", version, VERSION);
        }
        Beginning beginning = Beginning.read(bytes, true);
        return beginning.progress(bytes.getInt(), bytes.getLong());
    }

    /** The bytes with which rows of all versions begin. */
    record Beginning(
            long lastSeq,
            long watermarkMicros,
            long nextWindow,
            long recountedBefore,
            long observedMicros,
            List<Gap> gaps,
            WindowTotals totals) {
        /** @param modulated whether stress and stimulated are there */
        static Beginning read(ByteBuffer bytes, boolean modulated) {
            long lastSeq = bytes.getLong();
            long watermark = bytes.getLong();
            long nextWindow = bytes.getLong();
            long recountedBefore = bytes.getLong();
            long observed = bytes.getLong();
            List<Gap> gaps = new ArrayList<>();
            for (int left = bytes.getInt(); left > 0; left--) {
                gaps.add(new Gap(bytes.getLong(), bytes.getLong()));
            }
            WindowTotals totals = unpackTotals(bytes, modulated);
            return new Beginning(lastSeq, watermark, nextWindow, recountedBefore, observed, gaps, totals);
        }

        ShardProgress progress(int neurons, long ownSpikes) {
            return new ShardProgress(
                    lastSeq,
                    watermarkMicros,
                    nextWindow,
                    recountedBefore,
                    observedMicros,
                    gaps,
                    totals,
                    neurons,
                    ownSpikes);
        }
    }

    private static WindowTotals unpackTotals(ByteBuffer bytes, boolean modulated) {
        long window = bytes.getLong();
        long start = bytes.getLong();
        long end = bytes.getLong();
        long observed = bytes.getLong();
        long networkSpikes = bytes.getLong();
        long spikes = bytes.getLong();
        long pairs = bytes.getLong();
        int neurons = bytes.getInt();
        int active = bytes.getInt();
        int dormant = bytes.getInt();
        int formed = bytes.getInt();
        int masked = bytes.getInt();
        int unmasked = bytes.getInt();
        int pruned = bytes.getInt();
        double meanWeight = bytes.getDouble();
        double stress = modulated ? bytes.getDouble() : 0;
        int stimulated = modulated ? bytes.getInt() : 0;
        byte[] stage = new byte[bytes.getShort()];
        bytes.get(stage);
        return new WindowTotals(
                new WindowTotals.Span(window, start, end, observed),
                new WindowTotals.Activity(networkSpikes, spikes, neurons, pairs, stimulated),
                new WindowTotals.Synapses(active, dormant, meanWeight),
                new WindowTotals.Transitions(formed, masked, unmasked, pruned),
                new String(stage, StandardCharsets.UTF_8),
                stress);
    }
}
