package dev.hebb.row;

import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Frame} as bytes: the values of the topic between framing and dendrites. Three to four bytes a spike, since
 * each frame is sent to every shard. Not thread-safe: the buffer is reused.
 *
 * <pre>
 *  +---------+----------------+----------+-------------------+
 *  | version | network        | seq      | watermark, µs     |
 *  | 1 byte  | length, UTF-8  | unsigned | signed            |
 *  +---------+--+----------+--+----------+--+----------------+------------------+
 *  | duplicates | late     | refused     | gaps              | spikes           |
 *  | unsigned   | unsigned | unsigned    | count, then each  | see SpikePacking |
 *  |            |          |             | from µs, signed   |                  |
 *  |            |          |             | length, unsigned  |                  |
 *  +------------+----------+-------------+-------------------+------------------+
 *  | commands: see CommandCodec          |
 *  +-------------------------------------+
 * </pre>
 *
 * Frames of version 1 have no commands. Numbers as {@link ByteWriter} packs them.
 */
public final class FrameCodec {
    /**
     * Bytes of each spike, of networks that have up to 16,384 neurons by number, and of which some neuron fires at
     * least every 16 ms: two for the time since the spike before, and two for the neuron. Fewer where these are below
     * 128.
     */
    public static final int BYTES_PER_SPIKE = 4;

    private static final byte VERSION = 2;
    private static final byte WITHOUT_COMMANDS = 1;
    private static final int LEAST_GAP_BYTES = 2;

    private final ByteWriter out = new ByteWriter();

    /** The frame in a new array. */
    public byte[] encode(Frame frame) {
        out.reset().writeByte(VERSION).writeString(frame.network()).writeUnsigned(frame.seq());
        out.writeSigned(frame.watermarkMicros());
        out.writeUnsigned(frame.duplicates()).writeUnsigned(frame.late()).writeUnsigned(frame.refused());
        writeGaps(out, frame.gaps());
        SpikePacking.write(out, frame.timesMicros(), frame.neurons());
        CommandCodec.writeAll(out, frame.commands());
        return out.toBytes();
    }

    /**
     * The frame in these bytes.
     *
     * @throws CorruptRowException if they are not a frame of a version known here
     */
    public static Frame decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        byte version = in.readByte();
        UnreadableRowException.check("frame", version, VERSION);
        String network = in.readString();
        long seq = in.readUnsigned();
        long watermarkMicros = in.readSigned();
        long duplicates = in.readUnsigned();
        long late = in.readUnsigned();
        long refused = in.readUnsigned();
        List<Gap> gaps = readGaps(in);
        int spikes = SpikePacking.readCount(in);
        long[] timesMicros = new long[spikes];
        int[] neurons = new int[spikes];
        SpikePacking.read(in, timesMicros, neurons);
        List<TimedCommand> commands = version == WITHOUT_COMMANDS ? List.of() : CommandCodec.readAll(in);
        in.expectEnd();
        return new Frame(
                network, seq, watermarkMicros, timesMicros, neurons, gaps, commands, duplicates, late, refused);
    }

    static void writeGaps(ByteWriter out, List<Gap> gaps) {
        out.writeUnsigned(gaps.size());
        for (Gap gap : gaps) {
            out.writeSigned(gap.fromMicros()).writeUnsigned(gap.toMicros() - gap.fromMicros());
        }
    }

    static List<Gap> readGaps(ByteReader in) {
        int count = in.readCount(LEAST_GAP_BYTES);
        List<Gap> gaps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long from = in.readSigned();
            gaps.add(new Gap(from, from + in.readUnsigned()));
        }
        return gaps;
    }
}
