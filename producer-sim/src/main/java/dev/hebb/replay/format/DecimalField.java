package dev.hebb.replay.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number in a line of bytes, parsed in place: {@code -12}, {@code 1.25}, {@code 1,25}, {@code 3.0e-2}. Its
 * value is {@link #digits} × 10^{@link #exponent}, or {@link #large} if that does not fit 64 bits.
 */
final class DecimalField {
    private static final int EASY_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 400;

    private long digits;
    private int exponent;
    private @Nullable BigDecimal large;
    private int at;
    private char mark;

    long digits() {
        return digits;
    }

    int exponent() {
        return exponent;
    }

    @Nullable BigDecimal large() {
        return large;
    }

    /** The decimal point or comma of the number; 0 if it has none. */
    char mark() {
        return mark;
    }

    /**
     * Parses the whole field.
     *
     * @param decimalComma whether a comma stands for the decimal point
     * @return false if it is no number
     */
    boolean parse(byte[] bytes, int from, int to, boolean decimalComma) {
        at = from;
        large = null;
        mark = 0;
        boolean negative = at < to && bytes[at] == '-';
        if (at < to && (negative || bytes[at] == '+')) {
            at++;
        }
        int begin = at;
        long value = 0;
        int count = 0;
        int significant = 0;
        int point = -1;
        for (; at < to; at++) {
            byte next = bytes[at];
            if (next >= '0' && next <= '9') {
                count++;
                significant += significant > 0 || next != '0' ? 1 : 0;
                value = significant <= EASY_DIGITS ? 10 * value + (next - '0') : value;
            } else if (point < 0 && (next == '.' || (decimalComma && next == ','))) {
                point = at;
                mark = (char) next;
            } else {
                break;
            }
        }
        int fraction = point < 0 ? 0 : at - point - 1;
        if (count == 0 || !parseExponent(bytes, to)) {
            return false;
        }
        digits = negative ? -value : value;
        exponent -= fraction;
        if (significant > EASY_DIGITS) {
            String text = new String(bytes, begin, to - begin, StandardCharsets.US_ASCII).replace(',', '.');
            BigDecimal exact = new BigDecimal(text.endsWith(".") ? text + "0" : text);
            large = negative ? exact.negate() : exact;
        }
        return true;
    }

    private boolean parseExponent(byte[] bytes, int to) {
        exponent = 0;
        if (at == to) {
            return true;
        }
        if (bytes[at] != 'e' && bytes[at] != 'E') {
            return false;
        }
        at++;
        boolean negative = at < to && bytes[at] == '-';
        if (at < to && (negative || bytes[at] == '+')) {
            at++;
        }
        int begin = at;
        int value = 0;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = Math.min(LARGEST_EXPONENT, 10 * value + (bytes[at] - '0'));
        }
        exponent = negative ? -value : value;
        return at > begin && at == to && value < LARGEST_EXPONENT;
    }

    /** The value if it is a whole number within 2^62, else {@link Long#MIN_VALUE}. */
    long whole() {
        if (large != null || exponent > EASY_DIGITS || exponent < -EASY_DIGITS) {
            BigDecimal value = large == null ? BigDecimal.valueOf(digits, -exponent) : large;
            BigDecimal plain = value.stripTrailingZeros();
            boolean fits = plain.scale() <= 0 && plain.precision() - plain.scale() <= EASY_DIGITS;
            return fits ? plain.longValueExact() : Long.MIN_VALUE;
        }
        long value = digits;
        for (int k = exponent; k < 0; k++) {
            if (value % 10 != 0) {
                return Long.MIN_VALUE;
            }
            value /= 10;
        }
        for (int k = exponent; k > 0; k--) {
            if (Math.abs(value) > Long.MAX_VALUE / 20) {
                return Long.MIN_VALUE;
            }
            value *= 10;
        }
        return value;
    }
}
