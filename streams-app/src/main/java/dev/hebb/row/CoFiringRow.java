package dev.hebb.row;

import dev.hebb.shard.CoFiringCounts;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Windowed co-firing counts of one dendrite as bytes, as earlier versions kept them. They are only read: counts are
 * now made from spikes when a query needs them.
 *
 * <pre>
 *  version 2 (byte), window (long), post (int), then unsigned varints:
 *  post spikes, number of partners P, number of cells C,
 *  P × { step from the pre before, spikes, coincidences, cells of it },
 *  C × { 2 × bins passed over since the partner's cell before + 0 if the count is 1, else + 1 and then the count }
 * </pre>
 *
 * Version 1 has C × { lag bin, count }.
 */
public final class CoFiringRow {
    private static final byte VERSION = 2;
    private static final byte WITH_LAG_BINS = 1;

    private CoFiringRow() {}

    /** Returns whether a cell is the first of its partner. */
    private static boolean isFirst(int[] cellPre, int cell) {
        return cell == 0 || cellPre[cell] != cellPre[cell - 1];
    }

    /**
     * Counts from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static CoFiringCounts unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte version = bytes.get();
        UnreadableRowException.check("a row of windowed counts", version, VERSION);
        long window = bytes.getLong();
        int post = bytes.getInt();
        int postSpikes = ByteUtils.readUnsignedVarint(bytes);
        int partners = ByteUtils.readUnsignedVarint(bytes);
        int cells = ByteUtils.readUnsignedVarint(bytes);
        int[] pre = new int[partners];
        int[] preSpikes = new int[partners];
        int[] coincidences = new int[partners];
        int[] cellPre = new int[cells];
        int filled = 0;
        for (int i = 0; i < partners; i++) {
            pre[i] = ByteUtils.readUnsignedVarint(bytes) + (i == 0 ? 0 : pre[i - 1]);
            preSpikes[i] = ByteUtils.readUnsignedVarint(bytes);
            coincidences[i] = ByteUtils.readUnsignedVarint(bytes);
            int own = ByteUtils.readUnsignedVarint(bytes);
            Arrays.fill(cellPre, filled, filled + own, i);
            filled += own;
        }
        int[] lagBins = new int[cells];
        int[] counts = new int[cells];
        if (version == WITH_LAG_BINS) {
            unpackLagBins(bytes, lagBins, counts);
        } else {
            unpackCells(bytes, cellPre, lagBins, counts);
        }
        return new CoFiringCounts(post, window, postSpikes, pre, preSpikes, coincidences, cellPre, lagBins, counts);
    }

    private static void unpackLagBins(ByteBuffer bytes, int[] lagBins, int[] counts) {
        for (int k = 0; k < counts.length; k++) {
            lagBins[k] = ByteUtils.readUnsignedVarint(bytes);
            counts[k] = ByteUtils.readUnsignedVarint(bytes);
        }
    }

    private static void unpackCells(ByteBuffer bytes, int[] cellPre, int[] lagBins, int[] counts) {
        for (int k = 0; k < counts.length; k++) {
            int next = isFirst(cellPre, k) ? 0 : lagBins[k - 1] + 1;
            int cell = ByteUtils.readUnsignedVarint(bytes);
            lagBins[k] = next + (cell >>> 1);
            counts[k] = (cell & 1) == 0 ? 1 : ByteUtils.readUnsignedVarint(bytes);
        }
    }
}
