package dev.hebb.row;

import dev.hebb.shard.Candidates;

/**
 * Cumulative histograms of a dendrite's candidates as bytes: version 1, then numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  version (byte), cells of a histogram, number of candidates, each:
 *      step from the slot before, its cells from left to right
 * </pre>
 */
public final class CandidateRow {
    private static final byte VERSION = 1;

    private CandidateRow() {}

    /** Candidates as bytes. */
    public static byte[] pack(Candidates candidates) {
        ByteWriter bytes = new ByteWriter().writeByte(VERSION);
        bytes.writeUnsigned(candidates.cells()).writeUnsigned(candidates.size());
        int before = 0;
        for (int i = 0; i < candidates.size(); i++) {
            bytes.writeUnsigned(candidates.slot(i) - before);
            before = candidates.slot(i);
            for (int cell = 0; cell < candidates.cells(); cell++) {
                bytes.writeUnsigned(candidates.counts()[i * candidates.cells() + cell]);
            }
        }
        return bytes.toBytes();
    }

    /**
     * Appends candidates from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     * @throws IllegalStateException if they were written with other lag bins
     */
    public static void unpack(byte[] packed, Candidates into) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("a row of candidates", bytes.readByte(), VERSION);
        int cells = bytes.readInt();
        if (cells != into.cells()) {
            throw new IllegalStateException("histograms were kept with " + cells + " cells and are now read with "
                    + into.cells() + "; set the lag bins back, or give the application another id");
        }
        int slot = 0;
        for (int left = bytes.readCount(1 + cells); left > 0; left--) {
            slot += bytes.readInt();
            int from = into.append(slot);
            for (int cell = 0; cell < cells; cell++) {
                into.counts()[from + cell] = bytes.readInt();
            }
        }
        bytes.expectEnd();
    }
}
