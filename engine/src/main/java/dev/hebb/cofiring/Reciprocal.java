package dev.hebb.cofiring;

/**
 * Division of non-negative ints by one divisor, as a multiplication and a shift: {@code (int) (x * multiplier >>>
 * shift)}, exact for all of them (Granlund and Montgomery 1994, with 31-bit dividends the product stays below
 * 2<sup>63</sup>). A division a pair would cost more than all the rest of counting it.
 */
record Reciprocal(long multiplier, int shift) {
    static Reciprocal of(int divisor) {
        int shift = Integer.SIZE - 1 + Integer.SIZE - Integer.numberOfLeadingZeros(divisor - 1);
        long multiplier = Math.floorDiv((1L << shift) - 1, divisor) + 1;
        return new Reciprocal(multiplier, shift);
    }

    int divide(int dividend) {
        return (int) ((dividend * multiplier) >>> shift);
    }
}
