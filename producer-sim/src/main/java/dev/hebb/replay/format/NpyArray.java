package dev.hebb.replay.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a NumPy array file, in the order of the file.
 *
 * @param columns of each field all numbers: {@code double[]} for f4 and f8, {@code long[]} for whole numbers,
 *     {@code String[]} for text
 */
record NpyArray(NpyHeader header, List<Object> columns) {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final Charset LITTLE = Charset.forName("UTF-32LE");
    private static final Charset BIG = Charset.forName("UTF-32BE");

    /** The type of an array that is not structured. */
    String type() {
        return header.fields().get(0).type();
    }

    /** The numbers of an array that is not structured. */
    Object data() {
        return columns.get(0);
    }

    int length() {
        return header.count();
    }

    boolean isFloatingPoint() {
        return data() instanceof double[];
    }

    boolean isColumn() {
        return header.isColumn();
    }

    boolean isStructured() {
        return !header.fields().get(0).name().isEmpty();
    }

    /** The numbers of a field, null if there is none of this name. */
    @Nullable Object field(String name) {
        for (int k = 0; k < columns.size(); k++) {
            if (header.fields().get(k).name().equals(name)) {
                return columns.get(k);
            }
        }
        return null;
    }

    /**
     * Column {@code index} of two or more that lie side by side or below each other.
     *
     * @param index from 0
     */
    NpyArray column(int index) {
        long[] shape = header.shape();
        boolean tall = shape[0] >= shape[1];
        int length = (int) (tall ? shape[0] : shape[1]);
        int width = (int) (tall ? shape[1] : shape[0]);
        boolean sideBySide = tall != header.fortranOrder();
        int step = sideBySide ? width : 1;
        int from = sideBySide ? index : index * length;
        Object picked;
        if (data() instanceof double[] doubles) {
            double[] some = new double[length];
            Arrays.setAll(some, k -> doubles[from + k * step]);
            picked = some;
        } else {
            long[] longs = (long[]) data();
            long[] some = new long[length];
            Arrays.setAll(some, k -> longs[from + k * step]);
            picked = some;
        }
        return new NpyArray(new NpyHeader(header.fields(), false, new long[] {length}), List.of(picked));
    }

    /**
     * Returns the number of columns of an array of two dimensions, which is the shorter of them; 1 for other arrays.
     */
    int width() {
        long[] shape = header.shape();
        return shape.length == 2 ? (int) Math.min(shape[0], shape[1]) : 1;
    }

    /**
     * Reads an array.
     *
     * @param size of the stream in bytes, so that a header that states more is found out before there is room for it
     * @param where what to call it in messages
     */
    static NpyArray read(InputStream stream, long size, String where) throws IOException {
        InputStream in = new BufferedInputStream(stream, 1 << 16);
        NpyHeader header = NpyHeader.read(in, where);
        long elementBytes = 0;
        for (NpyHeader.Field field : header.fields()) {
            if (field.width() == 0) {
                throw new UnreadableRecordingException(where + ": NumPy type " + field.type()
                        + " is not a whole or floating-point number" + advice(field.type()));
            }
            elementBytes = Math.addExact(elementBytes, field.width());
        }
        if (elementBytes * header.count() > size) {
            throw cutOff(header.count(), where);
        }
        long columnBytes = (long) Long.BYTES * header.fields().size();
        Memory.require(
                header.count(),
                Math.max(elementBytes, columnBytes),
                Runtime.getRuntime().maxMemory(),
                where);
        return new NpyArray(header, readColumns(in, header, (int) elementBytes, where));
    }

    /** The array of a file of its own. */
    static NpyArray read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Files.size(file), file.toString());
        }
    }

    private static UnreadableRecordingException cutOff(int count, String where) {
        return new UnreadableRecordingException(
                where + ": the file ends before its " + count + " numbers do; is it whole?");
    }

    private static String advice(String type) {
        if (type.matches("[fc]\\d+")) {
            return " of 32 or 64 bits; save it with .astype('float64')";
        }
        return type.startsWith("O")
                ? "; an array of objects, such as a list of trains, is a pickle of Python: save"
                        + " times=numpy.concatenate(trains) and"
                        + " ids=numpy.repeat(numpy.arange(len(trains)), [len(t) for t in trains]) with numpy.savez"
                : "";
    }

    private static List<Object> readColumns(InputStream in, NpyHeader header, int elementBytes, String where)
            throws IOException {
        int count = header.count();
        List<Object> columns = new ArrayList<>();
        header.fields().forEach(field -> columns.add(room(field, count)));
        int chunkElements = Math.max(1, CHUNK_BYTES / elementBytes);
        byte[] bytes = new byte[chunkElements * elementBytes];
        ByteBuffer chunk = ByteBuffer.wrap(bytes);
        for (int done = 0; done < count; ) {
            int now = Math.min(chunkElements, count - done);
            if (in.readNBytes(bytes, 0, now * elementBytes) < now * elementBytes) {
                throw cutOff(count, where);
            }
            int offset = 0;
            for (int k = 0; k < columns.size(); k++) {
                NpyHeader.Field field = header.fields().get(k);
                chunk.order(field.order());
                for (int element = 0; element < now && !field.isSkipped(); element++) {
                    put(columns.get(k), done + element, field, chunk, element * elementBytes + offset, where);
                }
                offset += field.width();
            }
            done += now;
        }
        if (in.read() >= 0) {
            throw new UnreadableRecordingException(where + ": the file goes on after its " + count
                    + " numbers, so its header is not about its content; save it again with numpy.save");
        }
        return columns;
    }

    private static Object room(NpyHeader.Field field, int count) {
        if (field.isSkipped()) {
            return new byte[0];
        }
        return field.isText() ? new String[count] : field.type().startsWith("f") ? new double[count] : new long[count];
    }

    private static void put(Object column, int at, NpyHeader.Field field, ByteBuffer number, int from, String where)
            throws UnreadableRecordingException {
        if (column instanceof String[] texts) {
            texts[at] = new String(number.array(), from, field.width(), charset(field)).replace("\0", "");
            return;
        }
        if (column instanceof double[] doubles) {
            doubles[at] = field.width() == 8 ? number.getDouble(from) : number.getFloat(from);
        } else {
            ((long[]) column)[at] = whole(number, field.type(), from, where);
        }
    }

    private static Charset charset(NpyHeader.Field field) {
        if (field.type().startsWith("S")) {
            return StandardCharsets.UTF_8;
        }
        return field.order() == ByteOrder.BIG_ENDIAN ? BIG : LITTLE;
    }

    private static long whole(ByteBuffer number, String type, int from, String where)
            throws UnreadableRecordingException {
        return switch (type) {
            case "i8" -> number.getLong(from);
            case "u8" -> unsigned(number.getLong(from), where);
            case "i4" -> number.getInt(from);
            case "u4" -> Integer.toUnsignedLong(number.getInt(from));
            case "i2" -> number.getShort(from);
            case "u2" -> Short.toUnsignedInt(number.getShort(from));
            case "i1" -> number.get(from);
            default -> Byte.toUnsignedInt(number.get(from));
        };
    }

    private static long unsigned(long value, String where) throws UnreadableRecordingException {
        if (value < 0) {
            throw new UnreadableRecordingException(where + ": " + Long.toUnsignedString(value)
                    + " is beyond 2^63-1; save ids as text, with .astype(str)");
        }
        return value;
    }
}
