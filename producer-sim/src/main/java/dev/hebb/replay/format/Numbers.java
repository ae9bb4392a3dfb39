package dev.hebb.replay.format;

import java.math.BigInteger;
import java.util.Arrays;

/** Arrays of numbers as readers return them, widened to what the pipeline counts with. */
final class Numbers {
    /** What to do about a negative id, with which programs mark spikes of no unit. */
    static final String NONE = "; if it marks spikes that belong to no unit, leave them out";

    private Numbers() {}

    /**
     * Whole numbers of any width.
     *
     * @throws UnreadableRecordingException if they are something else, or do not fit 64 bits
     */
    static long[] toLongs(Object data, String where) throws UnreadableRecordingException {
        if (data instanceof long[] longs) {
            return longs;
        } else if (data instanceof int[] ints) {
            return Arrays.stream(ints).asLongStream().toArray();
        } else if (data instanceof short[] shorts) {
            long[] longs = new long[shorts.length];
            Arrays.setAll(longs, k -> shorts[k]);
            return longs;
        } else if (data instanceof byte[] bytes) {
            long[] longs = new long[bytes.length];
            Arrays.setAll(longs, k -> bytes[k]);
            return longs;
        } else if (data instanceof BigInteger[] bigs) {
            return fromBigIntegers(bigs, where);
        }
        throw new UnreadableRecordingException(
                where + ": expected one column of whole numbers, found " + described(data));
    }

    /**
     * Whole numbers, also if they are stored in floating point.
     *
     * @throws UnreadableRecordingException if one has a fraction, or they are no numbers
     */
    static long[] toWhole(Object data, String where) throws UnreadableRecordingException {
        if (!(data instanceof double[]) && !(data instanceof float[])) {
            return toLongs(data, where);
        }
        double[] doubles = toDoubles(data, where);
        long[] longs = new long[doubles.length];
        for (int k = 0; k < longs.length; k++) {
            if (doubles[k] != Math.rint(doubles[k]) || Math.abs(doubles[k]) > 0x1p53) {
                throw new UnreadableRecordingException(where + ": entry " + k + " is " + doubles[k]
                        + ", which is not a whole number, as ids and samples are; save whole numbers");
            }
            longs[k] = (long) doubles[k];
        }
        return longs;
    }

    private static long[] fromBigIntegers(BigInteger[] bigs, String where) throws UnreadableRecordingException {
        long[] longs = new long[bigs.length];
        for (int k = 0; k < bigs.length; k++) {
            if (bigs[k].bitLength() > 63) {
                throw new UnreadableRecordingException(where + ": entry " + k + " is " + bigs[k] + ", beyond 2^63-1");
            }
            longs[k] = bigs[k].longValueExact();
        }
        return longs;
    }

    /**
     * Numbers in floating point, single or double.
     *
     * @throws UnreadableRecordingException if they are something else
     */
    static double[] toDoubles(Object data, String where) throws UnreadableRecordingException {
        if (data instanceof double[] doubles) {
            return doubles;
        } else if (data instanceof float[] floats) {
            double[] doubles = new double[floats.length];
            Arrays.setAll(doubles, k -> floats[k]);
            return doubles;
        }
        throw new UnreadableRecordingException(where + ": expected one column of floating-point numbers, found "
                + (data instanceof long[] || data instanceof int[] ? "whole numbers" : described(data)));
    }

    private static String described(Object data) {
        if (data instanceof String[]) {
            return "text";
        }
        return data instanceof double[] || data instanceof float[] ? "floating-point numbers" : "other values";
    }

    /**
     * A neuron id.
     *
     * @throws UnreadableRecordingException if it is negative or above 2^31-1
     */
    static int toNeuron(long id, String where, long index) throws UnreadableRecordingException {
        if (id < 0 || id > Integer.MAX_VALUE) {
            throw new UnreadableRecordingException(where + ": entry " + index + " is " + id
                    + "; a neuron's id is 0 to 2147483647" + (id < 0 ? NONE : ""));
        }
        return (int) id;
    }

    /** Converts each number to a neuron id; see {@link #toNeuron}. */
    static int[] toNeurons(long[] ids, String where) throws UnreadableRecordingException {
        int[] neurons = new int[ids.length];
        for (int k = 0; k < ids.length; k++) {
            neurons[k] = toNeuron(ids[k], where, k);
        }
        return neurons;
    }
}
