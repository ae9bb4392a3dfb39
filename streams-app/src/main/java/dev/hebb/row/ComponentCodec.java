package dev.hebb.row;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * The bytes of a record's components, one after the other in the order of their declaration.
 *
 * <pre>
 *  String: its bytes · int[], ascending: how many, each less the one before · long: signed · double: 8 bytes
 *  another record: its components
 * </pre>
 *
 * <p>The bytes change with the declaration, so a record that is in rows keeps its components.
 */
final class ComponentCodec {
    private ComponentCodec() {}

    static void writeRecord(ByteWriter out, Object of) {
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            write(out, get(component, of));
        }
    }

    private static void write(ByteWriter out, Object value) {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof int[] ascending) {
            writeNeurons(out, ascending);
        } else if (value instanceof Long number) {
            out.writeSigned(number);
        } else if (value instanceof Double number) {
            writeDouble(out, number);
        } else if (value instanceof Record nested) {
            writeRecord(out, nested);
        } else {
            throw unknown(value.getClass());
        }
    }

    /** Reads a record of this class. */
    static Object readRecord(ByteReader in, Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(each -> read(in, each)).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new CorruptRowException("the row holds an illegal " + type.getSimpleName() + ": "
                    + e.getTargetException().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(ByteReader in, Class<?> type) {
        if (type == String.class) {
            return in.readString();
        } else if (type == int[].class) {
            return readNeurons(in);
        } else if (type == long.class) {
            return in.readSigned();
        } else if (type == double.class) {
            return readDouble(in);
        } else if (type.isRecord()) {
            return readRecord(in, type);
        }
        throw unknown(type);
    }

    private static IllegalStateException unknown(Class<?> type) {
        return new IllegalStateException("rows have no bytes for a " + type.getName() + "; add them to ComponentCodec");
    }

    private static Object get(RecordComponent component, Object from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
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
