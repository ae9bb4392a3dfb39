package dev.hebb.serde;

import org.apache.avro.Schema;

/**
 * Walks over a datum by its writer's schema without making anything of it, so that Avro's own readers, which allocate
 * what a length announces, only ever see lengths that are true.
 */
final class DatumCheck {
    private static final int DEEPEST = 64;

    private DatumCheck() {}

    /**
     * Moves the cursor behind the datum.
     *
     * @throws MalformedValueException if the bytes are not a datum of this schema, or nest deeper than 64 levels
     */
    static void check(Schema schema, AvroCursor cursor) throws MalformedValueException {
        check(schema, cursor, 0);
    }

    private static void check(Schema schema, AvroCursor cursor, int depth) throws MalformedValueException {
        if (depth > DEEPEST) {
            throw cursor.malformed("the datum nests deeper than " + DEEPEST + " levels");
        }
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> cursor.skip(1);
            case INT -> cursor.readInt();
            case LONG -> cursor.readLong();
            case FLOAT -> cursor.skip(Float.BYTES);
            case DOUBLE -> cursor.skip(Double.BYTES);
            case STRING, BYTES -> cursor.skip(cursor.readLength("a text or byte string"));
            case FIXED -> cursor.skip(schema.getFixedSize());
            case ENUM -> index(cursor, schema.getEnumSymbols().size(), "an enumeration");
            case UNION -> {
                int branch = index(cursor, schema.getTypes().size(), "a union");
                check(schema.getTypes().get(branch), cursor, depth + 1);
            }
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    check(field.schema(), cursor, depth + 1);
                }
            }
            case ARRAY -> blocks(schema.getElementType(), cursor, false, depth);
            case MAP -> blocks(schema.getValueType(), cursor, true, depth);
        }
    }

    private static void blocks(Schema item, AvroCursor cursor, boolean keyed, int depth)
            throws MalformedValueException {
        String what = keyed ? "a map" : "an array";
        for (int count = cursor.readBlock(what); count > 0; count = cursor.readBlock(what)) {
            for (int i = 0; i < count; i++) {
                if (keyed) {
                    cursor.skip(cursor.readLength("a map's key"));
                }
                check(item, cursor, depth + 1);
            }
        }
    }

    private static int index(AvroCursor cursor, int size, String what) throws MalformedValueException {
        int index = cursor.readInt();
        if (index < 0 || index >= size) {
            throw cursor.malformed(what + " of " + size + " has no number " + index);
        }
        return index;
    }
}
