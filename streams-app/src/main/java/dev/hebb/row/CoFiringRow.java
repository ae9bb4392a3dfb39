package dev.hebb.row;

import dev.hebb.shard.CoFiringCounts;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Windowed co-firing counts of one dendrite as bytes.
 *
 * <pre>
 *  version 2 (byte), window (long), post (int), then unsigned varints:
 *  post spikes, number of partners P, number of cells C,
 *  P × { step from the pre before, spikes, coincidences, cells of it },
 *  C × { 2 × bins passed over since the partner's cell before + 0 if the count is 1, else + 1 and then the count }
 * </pre>
 *
 * Version 1 has C × { lag bin, count }, and is still read.
 */
public final class CoFiringRow {
    /** Bytes of each partner, as long as its numbers are below 128. */
    public static final int BYTES_PER_PARTNER = 4;

    /** Bytes of each count that is 1, as long as fewer than 64 bins are passed over before it. */
    public static final int BYTES_PER_COUNT = 1;

    private static final byte VERSION = 2;
    private static final byte WITH_LAG_BINS = 1;

    /** Of a row with fewer than 16,384 partners and cells. */
    private static final int HEADER_BYTES = 1 + Long.BYTES + Integer.BYTES + 6;

    private CoFiringRow() {}

    /** Counts as bytes. */
    public static byte[] pack(CoFiringCounts counts) {
        int partners = counts.pre().length;
        int cells = counts.counts().length;
        ByteWriter bytes = new ByteWriter(HEADER_BYTES + BYTES_PER_PARTNER * partners + 2 * BYTES_PER_COUNT * cells);
        bytes.writeByte(VERSION).writeFixed(counts.window(), Long.BYTES).writeFixed(counts.post(), Integer.BYTES);
        bytes.writeUnsigned(counts.postSpikes()).writeUnsigned(partners).writeUnsigned(cells);
        packPartners(counts, bytes);
        packCells(counts, bytes);
        return bytes.toBytes();
    }

    private static void packPartners(CoFiringCounts counts, ByteWriter bytes) {
        int[] cellPre = counts.cellPre();
        int before = 0;
        int cell = 0;
        for (int i = 0; i < counts.pre().length; i++) {
            int first = cell;
            while (cell < cellPre.length && cellPre[cell] == i) {
                cell++;
            }
            bytes.writeUnsigned(counts.pre()[i] - before).writeUnsigned(counts.preSpikes()[i]);
            bytes.writeUnsigned(counts.coincidences()[i]).writeUnsigned(cell - first);
            before = counts.pre()[i];
        }
    }

    /** Nothing here branches on a bin or count, which would be guessed wrong too often. */
    private static void packCells(CoFiringCounts counts, ByteWriter bytes) {
        int[] numbers = new int[2 * counts.counts().length];
        int size = 0;
        int partner = -1;
        int next = 0;
        for (int k = 0; k < counts.counts().length; k++) {
            int bin = counts.cellLagBin()[k];
            int count = counts.counts()[k];
            int passed = bin - (counts.cellPre()[k] == partner ? next : 0);
            int more = (1 - count) >>> (Integer.SIZE - 1);
            numbers[size] = passed << 1 | more;
            numbers[size + 1] = count;
            size += 1 + more;
            partner = counts.cellPre()[k];
            next = bin + 1;
        }
        bytes.writeUnsigned(numbers, size);
    }

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
