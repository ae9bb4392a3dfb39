package dev.hebb.row;

import dev.hebb.command.Command;
import dev.hebb.command.Command.Attention;
import dev.hebb.command.Command.DefineArea;
import dev.hebb.command.Command.Gap;
import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Command.NewEpoch;
import dev.hebb.command.Command.Stage;
import dev.hebb.command.Command.Stimulation;
import dev.hebb.command.Command.Stress;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Commands within frames and rows, numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  number of commands, each:
 *      effective from (signed), number, id, sent by (strings), sent at (signed), kind (byte), then by kind
 *      1 DefineArea   area (string), neurons
 *      2 Attention    target, gain, until
 *      3 Stress       level, until
 *      4 Lesion       target
 *      5 Stimulation  target, gain, until
 *      6 Stage        stage (string), age µs (signed)
 *      7 Gap          from, to (signed)
 *      8 NewEpoch     shift µs (signed)
 *  target: area (string), neurons · neurons: how many, each less the one before · until: signed · gain, level: 8 bytes
 * </pre>
 */
final class CommandCodec {
    private static final int LEAST_BYTES = 6;
    private static final int DEFINE_AREA = 1;
    private static final int ATTENTION = 2;
    private static final int STRESS = 3;
    private static final int LESION = 4;
    private static final int STIMULATION = 5;
    private static final int STAGE = 6;
    private static final int GAP = 7;
    private static final int NEW_EPOCH = 8;

    private CommandCodec() {}

    static void writeAll(ByteWriter out, Collection<TimedCommand> commands) {
        out.writeUnsigned(commands.size());
        Writer writer = new Writer(out);
        for (TimedCommand timed : commands) {
            out.writeSigned(timed.effectiveFromMicros()).writeUnsigned(timed.number());
            out.writeString(timed.id()).writeString(timed.sentBy()).writeSigned(timed.sentAtMicros());
            timed.command().accept(writer);
        }
    }

    static List<TimedCommand> readAll(ByteReader in) {
        List<TimedCommand> commands = new ArrayList<>();
        for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
            long from = in.readSigned();
            long number = in.readUnsigned();
            String id = in.readString();
            String sentBy = in.readString();
            long sentAt = in.readSigned();
            commands.add(new TimedCommand(from, number, read(in), id, sentBy, sentAt));
        }
        return commands;
    }

    /** Writes the kind of a command, and what it consists of. */
    private record Writer(ByteWriter out) implements Command.Visitor<ByteWriter> {
        @Override
        public ByteWriter defineArea(DefineArea area) {
            return writeNeurons(out.writeByte(DEFINE_AREA).writeString(area.area()), area.neurons());
        }

        @Override
        public ByteWriter attention(Attention attention) {
            writeTarget(out.writeByte(ATTENTION), attention.target());
            return writeDouble(out, attention.gain()).writeSigned(attention.untilMicros());
        }

        @Override
        public ByteWriter stress(Stress stress) {
            return writeDouble(out.writeByte(STRESS), stress.level()).writeSigned(stress.untilMicros());
        }

        @Override
        public ByteWriter lesion(Lesion lesion) {
            return writeTarget(out.writeByte(LESION), lesion.target());
        }

        @Override
        public ByteWriter stimulation(Stimulation stimulation) {
            writeTarget(out.writeByte(STIMULATION), stimulation.target());
            return writeDouble(out, stimulation.gain()).writeSigned(stimulation.untilMicros());
        }

        @Override
        public ByteWriter stage(Stage stage) {
            return out.writeByte(STAGE).writeString(stage.stage()).writeSigned(stage.ageMicros());
        }

        @Override
        public ByteWriter gap(Gap gap) {
            return out.writeByte(GAP).writeSigned(gap.fromMicros()).writeSigned(gap.toMicros());
        }

        @Override
        public ByteWriter newEpoch(NewEpoch epoch) {
            return out.writeByte(NEW_EPOCH).writeSigned(epoch.shiftMicros());
        }
    }

    private static Command read(ByteReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case DEFINE_AREA -> new DefineArea(in.readString(), readNeurons(in));
            case ATTENTION -> new Attention(readTarget(in), readDouble(in), in.readSigned());
            case STRESS -> new Stress(readDouble(in), in.readSigned());
            case LESION -> new Lesion(readTarget(in));
            case STIMULATION -> new Stimulation(readTarget(in), readDouble(in), in.readSigned());
            case STAGE -> new Stage(in.readString(), in.readSigned());
            case GAP -> new Gap(in.readSigned(), in.readSigned());
            case NEW_EPOCH -> new NewEpoch(in.readSigned());
            default -> throw new CorruptRowException("there is no command of kind " + kind);
        };
    }

    private static ByteWriter writeTarget(ByteWriter out, Target target) {
        return writeNeurons(out.writeString(target.area()), target.neurons());
    }

    private static Target readTarget(ByteReader in) {
        return new Target(in.readString(), readNeurons(in));
    }

    static ByteWriter writeNeurons(ByteWriter out, int[] ascending) {
        out.writeUnsigned(ascending.length);
        int before = 0;
        for (int neuron : ascending) {
            out.writeUnsigned(neuron - before);
            before = neuron;
        }
        return out;
    }

    static int[] readNeurons(ByteReader in) {
        int[] neurons = new int[in.readCount(1)];
        int before = 0;
        for (int i = 0; i < neurons.length; i++) {
            before += in.readInt();
            neurons[i] = before;
        }
        return neurons;
    }

    static ByteWriter writeDouble(ByteWriter out, double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.writeByte((int) (bits >>> shift));
        }
        return out;
    }

    static double readDouble(ByteReader in) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << Byte.SIZE | Byte.toUnsignedLong(in.readByte());
        }
        return Double.longBitsToDouble(bits);
    }
}
