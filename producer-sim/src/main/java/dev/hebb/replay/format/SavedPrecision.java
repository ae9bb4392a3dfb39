package dev.hebb.replay.format;

import java.util.Optional;

/**
 * Precision with which numbers were saved before they became 64 bits wide.
 *
 * @param bits of one number: 32 or 16
 * @param error the largest by which rounding has changed a number
 */
record SavedPrecision(int bits, double error) {
    /** Least number of values by which precision is judged: fewer may be exact by chance. */
    private static final int ENOUGH = 20;

    private static final int SINGLE_DIGITS = 24;
    private static final int HALF_DIGITS = 11;

    /**
     * The precision of numbers, if it is single or half: none has more significant bits, and many have as many.
     *
     * <p>Of numbers that were rounded, every other one has the last bit; of numbers with fewer bits, none. Multiples of
     * a fraction of a second have fewer bits the smaller they are. So in half precision, which such multiples may have
     * by chance, numbers below half of the largest must have the last bit, too.
     */
    static Optional<SavedPrecision> bits(double[] numbers) {
        double largest = 0;
        int most = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
            most = Math.max(most, digits(number));
        }
        boolean single = most == SINGLE_DIGITS && isRounded(numbers, SINGLE_DIGITS, Double.MAX_VALUE);
        boolean half = most == HALF_DIGITS && isRounded(numbers, HALF_DIGITS, largest / 2);
        double error = Math.scalb(1.0, Math.getExponent(largest) - most);
        return single || half ? Optional.of(new SavedPrecision(single ? 32 : 16, error)) : Optional.empty();
    }

    /** Whether enough numbers below a bound have all the digits. */
    private static boolean isRounded(double[] numbers, int digits, double bound) {
        int count = 0;
        int full = 0;
        for (double number : numbers) {
            if (Math.abs(number) < bound) {
                count++;
                full += digits(number) == digits ? 1 : 0;
            }
        }
        return count >= ENOUGH && full > count / 4;
    }

    /** How many significant binary digits a number has. */
    private static int digits(double number) {
        long mantissa = Double.doubleToRawLongBits(number) & 0xf_ffff_ffff_ffffL;
        return mantissa == 0 ? 1 : 53 - Long.numberOfTrailingZeros(mantissa);
    }
}
