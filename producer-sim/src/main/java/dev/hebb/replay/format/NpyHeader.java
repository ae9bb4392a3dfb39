package dev.hebb.replay.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The header of a NumPy array file (NEP 1): magic {@code \x93NUMPY}, version, a Python dictionary.
 *
 * @param fields of one element: one without name, or those of a structured array
 * @param fortranOrder whether the first index changes fastest
 * @param shape lengths of its dimensions
 */
record NpyHeader(List<Field> fields, boolean fortranOrder, long[] shape) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d*)'");
    private static final Pattern FIELDS = Pattern.compile("'descr'\\s*:\\s*\\[(.*?)\\]\\s*,\\s*'");
    private static final Pattern FIELD =
            Pattern.compile("\\('([^']*)',\\s*'([<>|=])([a-zA-Z])(\\d*)'(?:,\\s*\\(([\\d,\\s]*)\\))?\\)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*True");
    private static final Pattern TEXT = Pattern.compile("[US][1-9]\\d{0,5}");
    private static final int LONGEST_HEADER = 1 << 20;

    /**
     * A number of each element.
     *
     * @param name empty if the array is not structured
     * @param type NumPy's type without byte order: i4, u8, f8 ...
     */
    record Field(String name, String type, ByteOrder order) {
        /** Returns the bytes of an element in the file; 0 if it is no number. */
        int width() {
            return switch (type) {
                case "f8", "i8", "u8" -> 8;
                case "f4", "i4", "u4" -> 4;
                case "i2", "u2" -> 2;
                case "i1", "u1", "b1" -> 1;
                default -> textWidth();
            };
        }

        /** The same number of bytes for several elements in a row, which are not read. */
        Field skipped(int elements) {
            return new Field(name, "V" + Math.multiplyExact(width(), elements), order);
        }

        /** Returns whether these are bytes that are not read, such as those that align the fields after them. */
        boolean isSkipped() {
            return type.matches("V[1-9]\\d{0,5}");
        }

        /** Returns whether elements are text, with 4 bytes or 1 byte for each character. */
        private int textWidth() {
            if (isSkipped()) {
                return Integer.parseInt(type.substring(1));
            }
            int characters = isText() ? Integer.parseInt(type.substring(1)) : 0;
            return type.startsWith("U") ? 4 * characters : characters;
        }

        boolean isText() {
            return TEXT.matcher(type).matches();
        }
    }

    static NpyHeader read(InputStream in, String where) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new UnreadableRecordingException(where + ": not a NumPy array (it does not start with \\x93NUMPY)");
        }
        int lengthBytes = start[6] == 1 ? 2 : 4;
        byte[] length = Arrays.copyOf(in.readNBytes(lengthBytes), 4);
        int headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (headerBytes < 0 || headerBytes > LONGEST_HEADER) {
            throw new UnreadableRecordingException(where + ": the NumPy header states a length of "
                    + Integer.toUnsignedString(headerBytes)
                    + " bytes, so the file is damaged: save it again with numpy.save");
        }
        byte[] header = in.readNBytes(headerBytes);
        if (header.length < headerBytes) {
            throw new UnreadableRecordingException(where + ": the file ends within its header; is it whole?");
        }
        return parse(new String(header, StandardCharsets.ISO_8859_1), where);
    }

    private static NpyHeader parse(String header, String where) throws UnreadableRecordingException {
        Matcher shapes = SHAPE.matcher(header);
        List<Field> fields = fields(header);
        if (fields.isEmpty() || !shapes.find()) {
            throw new UnreadableRecordingException(
                    where + ": not an array of plain numbers: " + Text.escaped(header.trim())
                            + (header.matches("(?s).*'[<>][mM]8.*")
                                    ? "; save times as numbers, as in times / numpy.timedelta64(1, 'us')"
                                    : "; save it with numpy.savez(file, times=..., ids=...)"));
        }
        return new NpyHeader(fields, FORTRAN.matcher(header).find(), shape(shapes.group(1), where));
    }

    private static List<Field> fields(String header) {
        List<Field> fields = new ArrayList<>();
        Matcher plain = DESCR.matcher(header);
        Matcher structure = FIELDS.matcher(header);
        if (plain.find()) {
            fields.add(new Field("", plain.group(2) + plain.group(3), order(plain.group(1))));
        } else if (structure.find()) {
            Matcher field = FIELD.matcher(structure.group(1));
            while (field.find()) {
                Field one = new Field(field.group(1), field.group(3) + field.group(4), order(field.group(2)));
                fields.add(field.group(5) == null ? one : one.skipped(count(field.group(5))));
            }
            boolean allPlain = FIELD.matcher(structure.group(1)).replaceAll("").matches("[,\\s]*");
            return allPlain ? fields : List.of();
        }
        return fields;
    }

    private static int count(String lengths) {
        return Arrays.stream(lengths.split(","))
                .map(String::trim)
                .filter(length -> !length.isEmpty())
                .mapToInt(Integer::parseInt)
                .reduce(1, Math::multiplyExact);
    }

    private static ByteOrder order(String sign) {
        return sign.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static long[] shape(String written, String where) throws UnreadableRecordingException {
        try {
            long[] shape = Arrays.stream(written.split(","))
                    // Python 2 wrote whole numbers as in 3L.
                    .map(length -> length.trim().replaceFirst("L$", ""))
                    .filter(length -> !length.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
            boolean possible = LongStream.of(shape).allMatch(length -> length >= 0);
            if (possible && LongStream.of(shape).reduce(1, Math::multiplyExact) <= Integer.MAX_VALUE - 8) {
                return shape;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw impossible(written, where);
        }
        throw impossible(written, where);
    }

    private static UnreadableRecordingException impossible(String written, String where) {
        return new UnreadableRecordingException(where + ": its header states the shape (" + written
                + "), which no array of up to 2^31 numbers has; the file is damaged, or was not written by NumPy:"
                + " save it again with numpy.save");
    }

    /** Returns the number of elements. */
    int count() {
        return Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
    }

    /** Returns whether at most one dimension has another length than 1. */
    boolean isColumn() {
        return LongStream.of(shape).filter(length -> length != 1).count() <= 1;
    }
}
