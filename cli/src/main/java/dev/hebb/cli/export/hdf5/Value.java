package dev.hebb.cli.export.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A value of an attribute or a dataset: one element, or an array of one dimension. */
public final class Value {
    private final DataType type;
    private final int length;
    private final byte[] data;

    /** @param length of the array, or −1 for one element */
    private Value(DataType type, int length, ByteBuffer data) {
        this.type = type;
        this.length = length;
        this.data = data.array();
    }

    public static Value of(int[] numbers) {
        ByteBuffer data = buffer(numbers.length, Integer.BYTES);
        for (int number : numbers) {
            data.putInt(number);
        }
        return new Value(DataType.INT, numbers.length, data);
    }

    public static Value of(long[] numbers) {
        ByteBuffer data = buffer(numbers.length, Long.BYTES);
        for (long number : numbers) {
            data.putLong(number);
        }
        return new Value(DataType.LONG, numbers.length, data);
    }

    public static Value of(double[] numbers) {
        ByteBuffer data = buffer(numbers.length, Double.BYTES);
        for (double number : numbers) {
            data.putDouble(number);
        }
        return new Value(DataType.DOUBLE, numbers.length, data);
    }

    /** A reference to a group or dataset. */
    public static Value referenceTo(long address) {
        return new Value(DataType.REFERENCE, -1, buffer(1, Long.BYTES).putLong(address));
    }

    static Value text(ByteBuffer element) {
        return new Value(DataType.TEXT, -1, element);
    }

    static Value texts(int length, ByteBuffer elements) {
        return new Value(DataType.TEXT, length, elements);
    }

    DataType type() {
        return type;
    }

    byte[] data() {
        return data.clone();
    }

    /** The dataspace message, of version 1: version, dimensions, flags, 5 reserved bytes, length of each dimension. */
    byte[] space() {
        boolean scalar = length < 0;
        ByteBuffer space = buffer(scalar ? 1 : 2, Long.BYTES);
        space.put((byte) 1).put((byte) (scalar ? 0 : 1));
        if (!scalar) {
            space.putLong(8, length);
        }
        return space.array();
    }

    private static ByteBuffer buffer(int count, int bytes) {
        return ByteBuffer.allocate(Math.multiplyExact(count, bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
