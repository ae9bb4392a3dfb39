package dev.hebb.state;

import dev.hebb.shard.NeuronReport;

/**
 * A shard's report to the census as bytes: version 1, then numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  version (byte), shard, window (signed), end (signed), stage (string), observed µs
 *  synapses formed: number, each: pre, post
 *  synapses pruned: number, each: pre, post
 *  firing neurons: number, each: neuron, µs from its last spike to the window's end
 * </pre>
 */
public final class ReportCodec {
    private static final byte VERSION = 1;

    private ReportCodec() {}

    /** A report, and the shard that it comes from. */
    public record Received(int shard, NeuronReport report) {}

    /** A report as bytes. */
    public static byte[] encode(int shard, NeuronReport report) {
        ByteWriter bytes = new ByteWriter();
        bytes.writeByte(VERSION).writeUnsigned(shard).writeSigned(report.window());
        bytes.writeSigned(report.endMicros()).writeString(report.stage()).writeUnsigned(report.observedMicros());
        writePairs(bytes, report.formedPre(), report.formedPost());
        writePairs(bytes, report.prunedPre(), report.prunedPost());
        bytes.writeUnsigned(report.firing().length);
        for (int i = 0; i < report.firing().length; i++) {
            bytes.writeUnsigned(report.firing()[i]);
            bytes.writeUnsigned(report.endMicros() - report.lastSpikeMicros()[i]);
        }
        return bytes.toBytes();
    }

    /**
     * A report from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static Received decode(byte[] packed) {
        ByteReader bytes = new ByteReader(packed);
        UnreadableRowException.check("a shard's report", bytes.readByte(), VERSION);
        int shard = bytes.readInt();
        long window = bytes.readSigned();
        long end = bytes.readSigned();
        String stage = bytes.readString();
        long observed = bytes.readUnsigned();
        int[][] formed = readPairs(bytes);
        int[][] pruned = readPairs(bytes);
        int[] firing = new int[bytes.readCount(2)];
        long[] lastSpike = new long[firing.length];
        for (int i = 0; i < firing.length; i++) {
            firing[i] = bytes.readInt();
            lastSpike[i] = end - bytes.readUnsigned();
        }
        bytes.expectEnd();
        return new Received(
                shard,
                new NeuronReport(
                        window, end, stage, observed, formed[0], formed[1], pruned[0], pruned[1], firing, lastSpike));
    }

    private static void writePairs(ByteWriter bytes, int[] pre, int[] post) {
        bytes.writeUnsigned(pre.length);
        for (int i = 0; i < pre.length; i++) {
            bytes.writeUnsigned(pre[i]).writeUnsigned(post[i]);
        }
    }

    private static int[][] readPairs(ByteReader bytes) {
        int count = bytes.readCount(2);
        int[][] pairs = new int[2][count];
        for (int i = 0; i < count; i++) {
            pairs[0][i] = bytes.readInt();
            pairs[1][i] = bytes.readInt();
        }
        return pairs;
    }
}
