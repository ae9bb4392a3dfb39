package dev.hebb.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The types that the columns of a Parquet file had in Arrow, as pyarrow and polars write them beside those of Parquet.
 * A duration, which Parquet has no type for, stands only there.
 */
final class ArrowSchema {
    /** What its text is called in the metadata of the file. */
    static final String KEY = "ARROW:schema";

    private static final int MESSAGE_TYPE = 1;
    private static final int MESSAGE_HEADER = 2;
    private static final int SCHEMA_FIELDS = 1;
    private static final int FIELD_NAME = 0;
    private static final int FIELD_TYPE = 2;
    private static final int FIELD_CHILDREN = 5;

    private static final int IS_SCHEMA = 1;
    private static final int DURATION = 18;

    /** The message, whose tables, vectors and texts are those of a flatbuffer. Reads beyond its end fail. */
    private final ByteBuffer bytes;

    private ArrowSchema(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Returns whether a column holds durations, or a list of them in each row.
     *
     * @param schema in Base64, as the file has it
     * @throws IOException if the schema is damaged
     */
    static boolean isDuration(String schema, String column) throws IOException {
        try {
            return new ArrowSchema(Base64.getDecoder().decode(schema))
                    .isDuration(column.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("its '" + KEY + "', which has the types of its columns, is damaged", e);
        }
    }

    private boolean isDuration(byte[] column) {
        boolean isMarked = bytes.getInt(0) == -1;
        int message = target(isMarked ? 2 * Integer.BYTES : Integer.BYTES);
        if (type(message, MESSAGE_TYPE) != IS_SCHEMA) {
            throw new IllegalArgumentException("no schema");
        }
        int fields = member(target(member(message, MESSAGE_HEADER)), SCHEMA_FIELDS);
        for (int k = 0; k < length(fields); k++) {
            int field = element(fields, k);
            if (isNamed(field, column)) {
                return isDuration(field);
            }
        }
        return false;
    }

    private boolean isDuration(int field) {
        return switch (type(field, FIELD_TYPE)) {
            case DURATION -> true;
            // Lists, of fixed size, large, and views of them.
            case 12, 16, 21, 25, 26 -> {
                int children = member(field, FIELD_CHILDREN);
                yield length(children) == 1 && type(element(children, 0), FIELD_TYPE) == DURATION;
            }
            default -> false;
        };
    }

    private boolean isNamed(int field, byte[] column) {
        int name = member(field, FIELD_NAME);
        return length(name) == column.length
                && (name == 0
                        || ByteBuffer.wrap(column).equals(bytes.slice(target(name) + Integer.BYTES, column.length)));
    }

    /** Where a member of a table is, 0 if it is left out. */
    private int member(int table, int index) {
        int members = table - bytes.getInt(table);
        int at = Short.BYTES * (2 + index);
        int offset = at < bytes.getShort(members) ? bytes.getShort(members + at) : 0;
        return offset == 0 ? 0 : table + offset;
    }

    private int type(int table, int index) {
        int at = member(table, index);
        return at == 0 ? 0 : bytes.get(at);
    }

    /** The length of the vector or text of a member. */
    private int length(int member) {
        return member == 0 ? 0 : bytes.getInt(target(member));
    }

    /** Where a table of a vector is. */
    private int element(int member, int index) {
        return target(target(member) + Integer.BYTES * (1 + index));
    }

    private int target(int at) {
        return at + bytes.getInt(at);
    }
}
