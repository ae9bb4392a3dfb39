package dev.hebb.row;

import dev.hebb.command.ControlState;
import dev.hebb.shard.Gaps;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.WindowTotals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a shard stands, as bytes, all numbers big end first.
 *
 * <pre>
 *  version 2 (byte)
 *  last seq, watermark, next window, recounted before, observed µs      5 × long
 *  number of gaps (int), each: from, to                                 2 × long
 *  totals of the last window: window, start, end, observed µs,
 *      network spikes, spikes, pairs                                    7 × long
 *      neurons, active, dormant, formed, masked, unmasked, pruned       7 × int
 *      mean weight, stress (double), stimulated (int), stage (short length, UTF-8)
 *  number of neurons (int), each in its slot's order: id, rank          2 × int
 *      spikes, first spike, last spike                                  3 × long
 *  what is commanded: length (int), see ControlRow
 * </pre>
 *
 * Version 1 has neither stress nor stimulated, and ends with the neurons.
 */
public final class ProgressRow {
    private static final byte VERSION = 2;
    private static final byte WITHOUT_CONTROL = 1;
    private static final int FIXED_BYTES = 1 + 12 * Long.BYTES + 11 * Integer.BYTES + 2 * Double.BYTES + Short.BYTES;
    private static final int GAP_BYTES = 2 * Long.BYTES;
    private static final int NEURON_BYTES = 2 * Integer.BYTES + 3 * Long.BYTES;

    private ProgressRow() {}

    /** Progress as bytes. */
    public static byte[] pack(ShardProgress progress) {
        byte[] stage = progress.totals().stage().getBytes(StandardCharsets.UTF_8);
        byte[] control = ControlRow.pack(progress.control());
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES
                + control.length
                + stage.length
                + progress.gaps().size() * GAP_BYTES
                + progress.neurons().size() * NEURON_BYTES);
        bytes.put(VERSION).putLong(progress.lastSeq()).putLong(progress.watermarkMicros());
        bytes.putLong(progress.nextWindow()).putLong(progress.recountedBefore()).putLong(progress.observedMicros());
        bytes.putInt(progress.gaps().size());
        for (Gaps.Interval gap : progress.gaps()) {
            bytes.putLong(gap.fromMicros()).putLong(gap.toMicros());
        }
        packTotals(progress.totals(), stage, bytes);
        packNeurons(progress.neurons(), bytes);
        bytes.putInt(control.length).put(control);
        return bytes.array();
    }

    private static void packTotals(WindowTotals totals, byte[] stage, ByteBuffer bytes) {
        bytes.putLong(totals.window()).putLong(totals.startMicros()).putLong(totals.endMicros());
        bytes.putLong(totals.observedMicros()).putLong(totals.networkSpikes()).putLong(totals.spikes());
        bytes.putLong(totals.pairs());
        bytes.putInt(totals.neurons()).putInt(totals.active()).putInt(totals.dormant());
        bytes.putInt(totals.formed())
                .putInt(totals.masked())
                .putInt(totals.unmasked())
                .putInt(totals.pruned());
        bytes.putDouble(totals.meanWeight()).putDouble(totals.stress()).putInt(totals.stimulated());
        bytes.putShort((short) stage.length).put(stage);
    }

    private static void packNeurons(Neurons neurons, ByteBuffer bytes) {
        bytes.putInt(neurons.size());
        for (int slot = 0; slot < neurons.size(); slot++) {
            bytes.putInt(neurons.idOf(slot)).putInt(neurons.rank(slot)).putLong(neurons.spikes(slot));
            bytes.putLong(neurons.firstSpikeMicros(slot)).putLong(neurons.lastSpikeMicros(slot));
        }
    }

    /**
     * Progress from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static ShardProgress unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte version = bytes.get();
        UnreadableRowException.check("a shard's progress", version, VERSION);
        long lastSeq = bytes.getLong();
        long watermark = bytes.getLong();
        long nextWindow = bytes.getLong();
        long recountedBefore = bytes.getLong();
        long observed = bytes.getLong();
        List<Gaps.Interval> gaps = new ArrayList<>();
        for (int left = bytes.getInt(); left > 0; left--) {
            gaps.add(new Gaps.Interval(bytes.getLong(), bytes.getLong()));
        }
        WindowTotals totals = unpackTotals(bytes, version);
        Neurons neurons = unpackNeurons(bytes);
        ControlState control = version == WITHOUT_CONTROL ? ControlState.START : unpackControl(bytes);
        return new ShardProgress(
                lastSeq, watermark, nextWindow, recountedBefore, observed, gaps, neurons, totals, control);
    }

    private static ControlState unpackControl(ByteBuffer bytes) {
        byte[] control = new byte[bytes.getInt()];
        bytes.get(control);
        return ControlRow.unpack(control);
    }

    private static WindowTotals unpackTotals(ByteBuffer bytes, byte version) {
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
        boolean modulated = version != WITHOUT_CONTROL;
        double stress = modulated ? bytes.getDouble() : 0;
        int stimulated = modulated ? bytes.getInt() : 0;
        byte[] stage = new byte[bytes.getShort()];
        bytes.get(stage);
        return new WindowTotals(
                window,
                start,
                end,
                observed,
                networkSpikes,
                spikes,
                neurons,
                pairs,
                active,
                dormant,
                formed,
                masked,
                unmasked,
                pruned,
                meanWeight,
                new String(stage, StandardCharsets.UTF_8),
                stress,
                stimulated);
    }

    private static Neurons unpackNeurons(ByteBuffer bytes) {
        Neurons neurons = new Neurons();
        for (int left = bytes.getInt(); left > 0; left--) {
            neurons.restore(bytes.getInt(), bytes.getInt(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
        return neurons;
    }
}
