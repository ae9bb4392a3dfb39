package dev.hebb.cofiring;

/**
 * Times as ints that are split at the bins of lags: how many whole bins there are in the upper bits, the rest in the
 * lower {@link #shift} bits. The difference of two split times, shifted right, is the number of whole bins between
 * them, rounded down: a rest is less than 2<sup>shift</sup>, so the difference of two rests borrows one bin or none. So
 * no pair of spikes needs a division, or a multiplication in its place; each spike needs one.
 *
 * <p>Times and differences wrap around at 32 bits, and differences below 2<sup>32</sup> are exact.
 *
 * @param bin division by the width of a bin
 * @param shift bits of the rest
 * @param gap values of these bits that no rest has
 */
record SplitTime(Reciprocal bin, int shift, int gap) {
    static SplitTime of(LagAxis axis) {
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(axis.binMicros() - 1);
        return new SplitTime(Reciprocal.of(axis.binMicros()), shift, (1 << shift) - axis.binMicros());
    }

    /** The split time of a time of 0 µs or more. */
    int split(int micros) {
        return micros + bin.divide(micros) * gap;
    }

    /** The split time of this many bins. */
    int ofBins(int bins) {
        return bins << shift;
    }
}
