package dev.hebb.row;

import dev.hebb.command.ControlState;
import dev.hebb.command.Modulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The commands to a network as bytes: version 1, then numbers as {@link ByteWriter} packs them.
 *
 * <pre>
 *  version (byte)
 *  areas: number, each: name (string), neurons
 *  in force: number, each: kind (byte), neurons, value (8 bytes), from, to (signed)
 *  dead: neurons · stage (string) · since when (signed) · 1 and birth (signed), or 0 (byte) · pending: see CommandCodec
 * </pre>
 *
 * Within a {@link WholeStateRow} there is no version.
 */
public final class ControlRow {
    private static final byte VERSION = 1;
    private static final int LEAST_BYTES = 2;
    private static final Modulation.Kind[] KINDS = Modulation.Kind.values();

    private ControlRow() {}

    /** Control as bytes. */
    public static byte[] pack(ControlState state) {
        ByteWriter out = new ByteWriter().writeByte(VERSION);
        out.writeUnsigned(state.areas().size());
        state.areas().forEach((name, neurons) -> ComponentCodec.writeNeurons(out.writeString(name), neurons));
        out.writeUnsigned(state.inForce().size());
        for (Modulation modulation : state.inForce()) {
            ComponentCodec.writeNeurons(out.writeByte(modulation.kind().ordinal()), modulation.neurons());
            ComponentCodec.writeDouble(out, modulation.value());
            out.writeSigned(modulation.fromMicros()).writeSigned(modulation.toMicros());
        }
        ComponentCodec.writeNeurons(out, state.dead());
        out.writeString(state.stage()).writeSigned(state.stageFromMicros());
        boolean born = state.birthMicros() != ControlState.UNBORN;
        out.writeByte(born ? 1 : 0).writeSigned(born ? state.birthMicros() : 0);
        CommandCodec.writeAll(out, state.pending());
        return out.toBytes();
    }

    /**
     * Control from bytes.
     *
     * @throws UnreadableRowException if they have a version that is not known here
     */
    public static ControlState unpack(byte[] packed) {
        ByteReader in = new ByteReader(packed);
        UnreadableRowException.check("a row of control", in.readByte(), VERSION);
        return read(in);
    }

    static ControlState unpackWithoutVersion(byte[] packed) {
        return read(new ByteReader(packed));
    }

    private static ControlState read(ByteReader in) {
        SortedMap<String, int[]> areas = new TreeMap<>();
        for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
            areas.put(in.readString(), ComponentCodec.readNeurons(in));
        }
        List<Modulation> inForce = new ArrayList<>();
        for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
            inForce.add(new Modulation(
                    KINDS[in.readByte()],
                    ComponentCodec.readNeurons(in),
                    ComponentCodec.readDouble(in),
                    in.readSigned(),
                    in.readSigned()));
        }
        int[] dead = ComponentCodec.readNeurons(in);
        String stage = in.readString();
        long stageFrom = in.readSigned();
        boolean born = in.readByte() == 1;
        long birth = in.readSigned();
        ControlState state = new ControlState(
                areas, inForce, dead, stage, stageFrom, born ? birth : ControlState.UNBORN, CommandCodec.readAll(in));
        in.expectEnd();
        return state;
    }
}
