package dev.hebb.replay.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A NumPy array file (NEP 1): magic {@code \x93NUMPY}, version, a header that is a Python dictionary, raw numbers.
 *
 * @param type NumPy's type without byte order: i4, u8, f8 ...
 * @param shape lengths of its dimensions
 * @param data the numbers: {@code double[]} for f4 and f8, {@code long[]} for whole numbers
 */
record NpyArray(String type, long[] shape, Object data) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d+)'");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final int CHUNK_NUMBERS = 8192;

    /** How many numbers, if it is one column or row. */
    int length() {
        return data instanceof double[] doubles ? doubles.length : ((long[]) data).length;
    }

    boolean isFloatingPoint() {
        return data instanceof double[];
    }

    /** Whether all dimensions but one have length 1. */
    boolean isColumn() {
        return LongStream.of(shape).filter(length -> length != 1).count() <= 1;
    }

    /**
     * Reads an array of numbers.
     *
     * @param where what to call it in messages
     */
    static NpyArray read(InputStream stream, String where) throws IOException {
        InputStream in = new BufferedInputStream(stream, 1 << 16);
        String header = readHeader(in, where);
        Matcher descr = DESCR.matcher(header);
        Matcher shapes = SHAPE.matcher(header);
        if (!descr.find() || !shapes.find()) {
            throw new UnreadableRecordingException(where + ": not an array of plain numbers: " + header.trim());
        }
        long[] shape = Arrays.stream(shapes.group(1).split(","))
                .map(String::trim)
                .filter(length -> !length.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        long count = LongStream.of(shape).reduce(1, Math::multiplyExact);
        if (count > Integer.MAX_VALUE - 8) {
            throw new UnreadableRecordingException(where + ": " + count + " numbers are more than 2^31");
        }
        ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        String type = descr.group(2) + descr.group(3);
        Object data = readNumbers(in, type, order, (int) count, where);
        return new NpyArray(type, shape, data);
    }

    private static String readHeader(InputStream in, String where) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new UnreadableRecordingException(where + ": not a NumPy array (it does not start with \\x93NUMPY)");
        }
        int lengthBytes = start[6] == 1 ? 2 : 4;
        byte[] length = Arrays.copyOf(in.readNBytes(lengthBytes), 4);
        int headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (headerBytes < 0 || headerBytes > 1 << 20) {
            throw new UnreadableRecordingException(where + ": the NumPy header has an impossible length");
        }
        return new String(in.readNBytes(headerBytes), StandardCharsets.ISO_8859_1);
    }

    private static Object readNumbers(InputStream in, String type, ByteOrder order, int count, String where)
            throws IOException {
        int width = width(type, where);
        boolean floating = type.charAt(0) == 'f';
        double[] doubles = new double[floating ? count : 0];
        long[] longs = new long[floating ? 0 : count];
        byte[] bytes = new byte[CHUNK_NUMBERS * width];
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(order);
        for (int done = 0; done < count; ) {
            int now = Math.min(CHUNK_NUMBERS, count - done);
            if (in.readNBytes(bytes, 0, now * width) < now * width) {
                throw new EOFException(where + ": the file ends before its " + count + " numbers do; is it whole?");
            }
            for (int k = 0; k < now; k++) {
                if (floating) {
                    doubles[done + k] = width == 8 ? chunk.getDouble(k * 8) : chunk.getFloat(k * 4);
                } else {
                    longs[done + k] = whole(chunk, type, k, where);
                }
            }
            done += now;
        }
        return floating ? doubles : longs;
    }

    private static int width(String type, String where) throws UnreadableRecordingException {
        return switch (type) {
            case "f8", "i8", "u8" -> 8;
            case "f4", "i4", "u4" -> 4;
            case "i2", "u2" -> 2;
            case "i1", "u1" -> 1;
            default ->
                throw new UnreadableRecordingException(
                        where + ": NumPy type " + type + " is not a whole or floating-point number");
        };
    }

    private static long whole(ByteBuffer chunk, String type, int k, String where) throws UnreadableRecordingException {
        return switch (type) {
            case "i8" -> chunk.getLong(k * 8);
            case "u8" -> unsigned(chunk.getLong(k * 8), where);
            case "i4" -> chunk.getInt(k * 4);
            case "u4" -> Integer.toUnsignedLong(chunk.getInt(k * 4));
            case "i2" -> chunk.getShort(k * 2);
            case "u2" -> Short.toUnsignedInt(chunk.getShort(k * 2));
            case "i1" -> chunk.get(k);
            default -> Byte.toUnsignedInt(chunk.get(k));
        };
    }

    private static long unsigned(long value, String where) throws UnreadableRecordingException {
        if (value < 0) {
            throw new UnreadableRecordingException(where + ": " + Long.toUnsignedString(value) + " is beyond 2^63-1");
        }
        return value;
    }
}
