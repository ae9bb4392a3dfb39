package dev.hebb.parquet;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** What a column holds, and how its values are read. */
public enum ColumnKind {
    /** Whole numbers. */
    WHOLE(long.class) {
        @Override
        void read(ColumnReader reader, Object values, int row) {
            Array.setLong(values, row, whole(reader));
        }
    },
    /** Whole numbers of 64 bits without a sign, of which those from 2^63 are negative where they are read. */
    UNSIGNED(long.class) {
        @Override
        void read(ColumnReader reader, Object values, int row) {
            Array.setLong(values, row, reader.getLong());
        }
    },
    /** Floating-point numbers. */
    FLOATING(double.class) {
        @Override
        void read(ColumnReader reader, Object values, int row) {
            boolean single =
                    reader.getDescriptor().getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
            ((double[]) values)[row] = single ? reader.getFloat() : reader.getDouble();
        }
    },
    /** Decimal numbers of up to 18 digits. */
    DECIMAL(double.class) {
        @Override
        void read(ColumnReader reader, Object values, int row) {
            int scale = reader.getDescriptor().getPrimitiveType().getLogicalTypeAnnotation()
                            instanceof DecimalLogicalTypeAnnotation decimal
                    ? decimal.getScale()
                    : 0;
            ((double[]) values)[row] = BigDecimal.valueOf(whole(reader), scale).doubleValue();
        }
    },
    /** Text. */
    TEXT(String.class) {
        @Override
        void read(ColumnReader reader, Object values, int row) {
            ((String[]) values)[row] = reader.getBinary().toStringUsingUTF8();
        }
    },
    /** Dates or clock times. */
    DATE(void.class),
    /** Lists. */
    LIST(void.class),
    /** Values with names, or maps. */
    FIELDS(void.class),
    /** Something else. */
    OTHER(void.class);

    private final Class<?> element;

    ColumnKind(Class<?> element) {
        this.element = element;
    }

    static ColumnKind of(Type type) {
        if (type.isRepetition(Type.Repetition.REPEATED)
                || type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            return LIST;
        } else if (!type.isPrimitive()) {
            return FIELDS;
        }
        PrimitiveType primitive = type.asPrimitiveType();
        LogicalTypeAnnotation annotation = primitive.getLogicalTypeAnnotation();
        if (annotation instanceof DateLogicalTypeAnnotation
                || annotation instanceof TimeLogicalTypeAnnotation
                || annotation instanceof TimestampLogicalTypeAnnotation) {
            return DATE;
        }
        return switch (primitive.getPrimitiveTypeName()) {
            case INT32 -> annotation instanceof DecimalLogicalTypeAnnotation ? DECIMAL : WHOLE;
            case INT64 ->
                annotation instanceof DecimalLogicalTypeAnnotation
                        ? DECIMAL
                        : isUnsigned(annotation) ? UNSIGNED : WHOLE;
            case FLOAT, DOUBLE -> FLOATING;
            case BINARY -> annotation instanceof DecimalLogicalTypeAnnotation ? OTHER : TEXT;
            case INT96 -> DATE;
            default -> OTHER;
        };
    }

    /** Returns whether a column has numbers or text, which can be read. */
    public boolean hasValues() {
        return element != void.class;
    }

    Object array(int rows) {
        return Array.newInstance(element, rows);
    }

    /** Reads the value of a row into an array. */
    void read(ColumnReader reader, Object values, int row) {
        throw new IllegalStateException(name());
    }

    private static long whole(ColumnReader reader) {
        PrimitiveType type = reader.getDescriptor().getPrimitiveType();
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT64) {
            return reader.getLong();
        }
        return isUnsigned(type.getLogicalTypeAnnotation())
                ? Integer.toUnsignedLong(reader.getInteger())
                : reader.getInteger();
    }

    private static boolean isUnsigned(@Nullable LogicalTypeAnnotation annotation) {
        return annotation instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    }
}
