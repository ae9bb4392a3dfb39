package dev.hebb.row;

import dev.hebb.command.Command;
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
 *      9 Forget
 *  target: area (string), neurons · neurons: how many, each less the one before · until: signed · gain, level: 8 bytes
 * </pre>
 *
 * <p>The kind is the place of the command's class in {@link Command#KINDS}, from 1. The components of its
 * record follow in their order, each by its type ({@link ComponentCodec}).
 */
final class CommandCodec {
    private static final int LEAST_BYTES = 6;

    private CommandCodec() {}

    static void writeAll(ByteWriter out, Collection<TimedCommand> commands) {
        out.writeUnsigned(commands.size());
        for (TimedCommand timed : commands) {
            out.writeSigned(timed.effectiveFromMicros()).writeUnsigned(timed.number());
            out.writeString(timed.id()).writeString(timed.sentBy()).writeSigned(timed.sentAtMicros());
            out.writeByte(1 + Command.KINDS.indexOf(timed.command().getClass()));
            ComponentCodec.writeRecord(out, timed.command());
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

    private static Command read(ByteReader in) {
        int kind = in.readByte();
        if (kind < 1 || kind > Command.KINDS.size()) {
            throw new CorruptRowException("there is no command of kind " + kind);
        }
        return (Command) ComponentCodec.readRecord(in, Command.KINDS.get(kind - 1));
    }
}
