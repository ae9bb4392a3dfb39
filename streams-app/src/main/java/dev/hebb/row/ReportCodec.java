package dev.hebb.row;

import dev.hebb.shard.NeuronReport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shard's report to the census as bytes: version 2, then numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  version (byte), shard, window (signed), end (signed), stage (string), observed µs, neuron term µs
 *  synapses formed: number, each: pre, post
 *  synapses pruned: number, each: pre, post
 *  firing neurons: number, each: neuron, µs from its last spike to the window's end
 *  neurons that died
 * </pre>
 *
 * A shard that forgot the network says so: 100 (byte), shard.
 *
 * <p>Version 1 has neither the neurons' term nor those that died.
 */
public final class ReportCodec {
    private static final byte VERSION = 2;
    private static final byte WITHOUT_TERM = 1;

    /** The term of neurons in reports that do not say it. */
    private static final long TERM_OF_BEFORE_MICROS = 600_000_000;

    /** In the place of the version; builds that do not know it refuse it as an unknown version. */
    private static final byte FORGOTTEN = 100;

    private ReportCodec() {}

    /**
     * A report, and the shard that it comes from.
     *
     * @param report null if the shard has forgotten the network
     */
    public record Received(int shard, @Nullable NeuronReport report) {
        /** The shard has forgotten the network. */
        public static Received forgotten(int shard) {
            return new Received(shard, null);
        }

        /** The report of a shard that has not forgotten the network. */
        public NeuronReport said() {
            return Objects.requireNonNull(report, "the shard has forgotten the network");
        }
    }

    /** Report of a shard that it has forgotten the network, as bytes. */
    public static byte[] encodeForgotten(int shard) {
        return new ByteWriter().writeByte(FORGOTTEN).writeUnsigned(shard).toBytes();
    }

    /** A report as bytes. */
    public static byte[] encode(int shard, NeuronReport report) {
        NeuronReport.Window window = report.window();
        ByteWriter bytes = new ByteWriter();
        bytes.writeByte(VERSION).writeUnsigned(shard).writeSigned(window.index());
        bytes.writeSigned(window.endMicros()).writeString(window.stage()).writeUnsigned(window.observedMicros());
        bytes.writeUnsigned(window.neuronTermMicros());
        writePairs(bytes, report.formed());
        writePairs(bytes, report.pruned());
        NeuronReport.Firing firing = report.firing();
        bytes.writeUnsigned(firing.count());
        for (int i = 0; i < firing.count(); i++) {
            bytes.writeUnsigned(firing.neurons()[i]);
            bytes.writeUnsigned(window.endMicros() - firing.lastSpikeMicros()[i]);
        }
        ComponentCodec.writeNeurons(bytes, report.died());
        return bytes.toBytes();
    }

    /**
     * A report from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static Received decode(byte[] packed) {
        ByteReader bytes = new ByteReader(packed);
        byte version = bytes.readByte();
        if (version == FORGOTTEN) {
            Received forgotten = Received.forgotten(bytes.readInt());
            bytes.expectEnd();
            return forgotten;
        }
        UnreadableRowException.check("a shard's report", version, VERSION);
        int shard = bytes.readInt();
        long window = bytes.readSigned();
        long end = bytes.readSigned();
        String stage = bytes.readString();
        long observed = bytes.readUnsigned();
        long term = version == WITHOUT_TERM ? TERM_OF_BEFORE_MICROS : bytes.readUnsigned();
        NeuronReport.Pairs formed = readPairs(bytes);
        NeuronReport.Pairs pruned = readPairs(bytes);
        int[] firing = new int[bytes.readCount(2)];
        long[] lastSpike = new long[firing.length];
        for (int i = 0; i < firing.length; i++) {
            firing[i] = bytes.readInt();
            lastSpike[i] = end - bytes.readUnsigned();
        }
        int[] died = version == WITHOUT_TERM ? new int[0] : ComponentCodec.readNeurons(bytes);
        bytes.expectEnd();
        return new Received(
                shard,
                new NeuronReport(
                        new NeuronReport.Window(window, end, stage, observed, term),
                        formed,
                        pruned,
                        new NeuronReport.Firing(firing, lastSpike),
                        died));
    }

    private static void writePairs(ByteWriter bytes, NeuronReport.Pairs pairs) {
        bytes.writeUnsigned(pairs.count());
        for (int i = 0; i < pairs.count(); i++) {
            bytes.writeUnsigned(pairs.pre()[i]).writeUnsigned(pairs.post()[i]);
        }
    }

    private static NeuronReport.Pairs readPairs(ByteReader bytes) {
        int[] pre = new int[bytes.readCount(2)];
        int[] post = new int[pre.length];
        for (int i = 0; i < pre.length; i++) {
            pre[i] = bytes.readInt();
            post[i] = bytes.readInt();
        }
        return new NeuronReport.Pairs(pre, post);
    }
}
