package dev.hebb.row;

import dev.hebb.framing.HeldSpikes;
import dev.hebb.framing.JournalEntry;
import dev.hebb.framing.JournalEntry.KnownCommands;
import dev.hebb.framing.JournalEntry.KnownGaps;
import dev.hebb.framing.Position;
import dev.hebb.framing.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JournalEntry} as a row: about 30 bytes, and three to five for each spike. Not thread-safe: the buffer is
 * reused.
 *
 * <pre>
 *  +---------+------------+--------+-----------------------------------------------------------------+
 *  | version | generation | flags  | position: arrivals, arrivals since the last ordinary one, seq,  |
 *  | 1 byte  | unsigned   | 1 byte | late, refused, all unsigned; clock, clock − watermark,          |
 *  |         |            |        | clock − framed, shift, all signed, each only if flagged         |
 *  +---------+------------+--------+-----------------------------------------------------------------+
 *  | gaps ahead, gaps unannounced: see FrameCodec; only if flagged                                   |
 *  +-------------------------------------------------------------------------------------------------+
 *  | spikes: count, then each µs since the last one (since 0 for the first), signed; neuron, unsigned|
 *  +------------+------------------------------------------------------------------------------------+
 *  | duplicates | held, only if flagged: topic, partition, offset, key, value; arrival; count, then  |
 *  | unsigned   | each a flag byte, clock, signed, if flagged, spikes or, if flagged, a heartbeat    |
 *  +------------+------------------------------------------------------------------------------------+
 *  | new neurons, only if flagged: count, ids, unsigned                                              |
 *  | commands, only if flagged: how many were ever received, unsigned; those that wait: CommandCodec |
 *  +-------------------------------------------------------------------------------------------------+
 * </pre>
 *
 * Numbers as {@link ByteWriter} packs them, a byte string's length first. Before key and value a byte says whether
 * there is one (1) or none (0).
 */
public final class JournalEntryCodec {
    private static final byte VERSION = 1;

    private static final int CLOCK = 1;
    private static final int FRAMED = 2;
    private static final int SHIFT = 4;
    private static final int GAPS = 8;
    private static final int HELD = 16;
    private static final int NEW_NEURONS = 32;
    private static final int COMMANDS = 64;

    private static final int HELD_WITH_CLOCK = 1;
    private static final int HELD_HEARTBEAT = 2;

    private static final int[] NONE = {};

    private final ByteWriter out = new ByteWriter();

    /**
     * An entry as a row.
     *
     * @param generation rises whenever the journal is written from the whole state
     */
    public byte[] encode(long generation, JournalEntry entry) {
        Position position = entry.position();
        int flags = (position.clockMicros() == Position.NONE ? 0 : CLOCK)
                | (position.framedMicros() == Position.NONE ? 0 : FRAMED)
                | (position.shiftMicros() == 0 ? 0 : SHIFT)
                | (entry.gaps() == null ? 0 : GAPS)
                | (entry.held().isEmpty() ? 0 : HELD)
                | (entry.newNeurons().length == 0 ? 0 : NEW_NEURONS)
                | (entry.commands() == null ? 0 : COMMANDS);
        out.reset().writeByte(VERSION).writeUnsigned(generation).writeByte(flags);
        writePosition(position, flags);
        KnownGaps gaps = entry.gaps();
        if (gaps != null) {
            FrameCodec.writeGaps(out, gaps.ahead());
            FrameCodec.writeGaps(out, gaps.unannounced());
        }
        writeSpikes(entry.timesMicros(), entry.neurons());
        out.writeUnsigned(entry.duplicates());
        if (!entry.held().isEmpty()) {
            writeHeld(entry.held());
        }
        if (entry.newNeurons().length > 0) {
            writeNeurons(entry.newNeurons());
        }
        KnownCommands commands = entry.commands();
        if (commands != null) {
            CommandCodec.writeAll(out.writeUnsigned(commands.received()), commands.waiting());
        }
        return out.toBytes();
    }

    /** The generation of a row, without reading the rest. */
    public static long generation(byte[] row) {
        return start(row).readUnsigned();
    }

    /**
     * An entry from a row.
     *
     * @throws UnreadableRowException if the row has a version that is not known here
     * @throws CorruptRowException if it is damaged
     */
    public static JournalEntry decode(byte[] row) {
        ByteReader in = start(row);
        in.readUnsigned();
        int flags = in.readByte();
        Position position = readPosition(in, flags);
        KnownGaps gaps = (flags & GAPS) == 0 ? null : new KnownGaps(FrameCodec.readGaps(in), FrameCodec.readGaps(in));
        int spikes = SpikePacking.readCount(in);
        long[] times = new long[spikes];
        int[] neurons = new int[spikes];
        readSpikes(in, times, neurons);
        long duplicates = in.readUnsigned();
        List<HeldSpikes> held = (flags & HELD) == 0 ? List.of() : readHeld(in);
        int[] newNeurons = (flags & NEW_NEURONS) == 0 ? NONE : readNeurons(in);
        KnownCommands commands =
                (flags & COMMANDS) == 0 ? null : new KnownCommands(in.readUnsigned(), CommandCodec.readAll(in));
        in.expectEnd();
        return new JournalEntry(position, gaps, times, neurons, duplicates, held, newNeurons, commands);
    }

    private static ByteReader start(byte[] row) {
        ByteReader in = new ByteReader(row);
        UnreadableRowException.check("journal row", in.readByte(), VERSION);
        return in;
    }

    private void writePosition(Position position, int flags) {
        out.writeUnsigned(position.arrivals()).writeUnsigned(position.arrivals() - position.lastOrdinary());
        out.writeUnsigned(position.seq()).writeUnsigned(position.late()).writeUnsigned(position.refused());
        if ((flags & CLOCK) != 0) {
            out.writeSigned(position.clockMicros()).writeSigned(position.clockMicros() - position.watermarkMicros());
        }
        if ((flags & FRAMED) != 0) {
            out.writeSigned(position.clockMicros() - position.framedMicros());
        }
        if ((flags & SHIFT) != 0) {
            out.writeSigned(position.shiftMicros());
        }
    }

    private static Position readPosition(ByteReader in, int flags) {
        long arrivals = in.readUnsigned();
        long lastOrdinary = arrivals - in.readUnsigned();
        long seq = in.readUnsigned();
        long late = in.readUnsigned();
        long refused = in.readUnsigned();
        boolean set = (flags & CLOCK) != 0;
        long clock = set ? in.readSigned() : Position.NONE;
        long watermark = set ? clock - in.readSigned() : Position.NONE;
        long framed = (flags & FRAMED) != 0 ? clock - in.readSigned() : Position.NONE;
        long shift = (flags & SHIFT) != 0 ? in.readSigned() : 0;
        return new Position(arrivals, lastOrdinary, clock, watermark, framed, seq, late, refused, shift);
    }

    private void writeSpikes(long[] times, int[] neurons) {
        out.writeUnsigned(times.length);
        long last = 0;
        for (int i = 0; i < times.length; i++) {
            out.writeSigned(times[i] - last).writeUnsigned(neurons[i]);
            last = times[i];
        }
    }

    private static void readSpikes(ByteReader in, long[] times, int[] neurons) {
        long time = 0;
        for (int i = 0; i < times.length; i++) {
            time += in.readSigned();
            times[i] = time;
            neurons[i] = in.readInt();
        }
    }

    private void writeHeld(List<HeldSpikes> held) {
        SourceRecord source = held.get(0).source();
        out.writeString(source.topic()).writeUnsigned(source.partition()).writeUnsigned(source.offset());
        writeNullable(source.key());
        writeNullable(source.value());
        out.writeUnsigned(held.get(0).arrival()).writeUnsigned(held.size());
        for (HeldSpikes entry : held) {
            boolean withClock = entry.clockMicros() != Position.NONE;
            out.writeByte((withClock ? HELD_WITH_CLOCK : 0) | (entry.isHeartbeat() ? HELD_HEARTBEAT : 0));
            if (withClock) {
                out.writeSigned(entry.clockMicros());
            }
            if (entry.isHeartbeat()) {
                out.writeSigned(entry.firstMicros());
            } else {
                writeSpikes(entry.timesMicros(), entry.neurons());
            }
        }
    }

    private static List<HeldSpikes> readHeld(ByteReader in) {
        SourceRecord source =
                new SourceRecord(in.readString(), in.readInt(), in.readUnsigned(), readNullable(in), readNullable(in));
        long arrival = in.readUnsigned();
        int count = in.readCount(1);
        List<HeldSpikes> held = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            held.add(readHeld(in, source, arrival));
        }
        return held;
    }

    private static HeldSpikes readHeld(ByteReader in, SourceRecord source, long arrival) {
        int flags = in.readByte();
        long clock = (flags & HELD_WITH_CLOCK) != 0 ? in.readSigned() : Position.NONE;
        if ((flags & HELD_HEARTBEAT) != 0) {
            return HeldSpikes.heartbeat(source, arrival, clock, in.readSigned());
        }
        int spikes = SpikePacking.readCount(in);
        long[] times = new long[spikes];
        int[] neurons = new int[spikes];
        readSpikes(in, times, neurons);
        return new HeldSpikes(source, arrival, clock, times, neurons);
    }

    private void writeNeurons(int[] neurons) {
        out.writeUnsigned(neurons.length);
        for (int neuron : neurons) {
            out.writeUnsigned(neuron);
        }
    }

    private static int[] readNeurons(ByteReader in) {
        int[] neurons = new int[in.readCount(1)];
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = in.readInt();
        }
        return neurons;
    }

    private void writeNullable(byte @Nullable [] bytes) {
        out.writeByte(bytes == null ? 0 : 1);
        if (bytes != null) {
            out.writeBytes(bytes);
        }
    }

    private static byte @Nullable [] readNullable(ByteReader in) {
        return in.readByte() == 0 ? null : in.readBytes();
    }
}
