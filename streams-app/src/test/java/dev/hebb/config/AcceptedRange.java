package dev.hebb.config;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The range of a number that the configuration accepts while every other setting has its default. It is found by
 * trying: halving the distance between a value that is accepted and one that is refused.
 */
final class AcceptedRange {
    private final String name;

    private AcceptedRange(String name) {
        this.name = name;
    }

    /** In words, for the page; numbers without bound have none named. */
    static String of(String name, Object value) {
        AcceptedRange range = new AcceptedRange(name);
        return value instanceof Double number ? range.decimals(number) : range.wholeNumbers(((Number) value).longValue());
    }

    private String wholeNumbers(long accepted) {
        long least = edge(accepted, Integer.MIN_VALUE);
        long most = edge(accepted, accepts(Integer.MAX_VALUE) ? Long.MAX_VALUE : Integer.MAX_VALUE);
        boolean bounded = most < Integer.MAX_VALUE || (most < Long.MAX_VALUE && accepts(most) && !isLargestInt(most));
        return bounded ? grouped(least) + " to " + grouped(most) : grouped(least) + " or more";
    }

    /** The refusal of a larger number may only say that it does not fit 32 bits. */
    private static boolean isLargestInt(long number) {
        return number == Integer.MAX_VALUE;
    }

    private long edge(long accepted, long beyond) {
        if (accepts(beyond)) {
            return beyond;
        }
        long inside = accepted;
        long outside = beyond;
        while (Math.abs(inside - outside) > 1) {
            long middle = Math.floorDiv(inside, 2) + Math.floorDiv(outside, 2) + (((inside & 1) + (outside & 1)) / 2);
            if (accepts(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private String decimals(double accepted) {
        String from = bound(accepted, -1e9, "above ", "");
        String to = bound(accepted, 1e9, "below ", "");
        if (to.isEmpty()) {
            return from.startsWith("above") ? from : from + " or more";
        }
        return from + (from.startsWith("above") ? ", " : " to ") + (to.startsWith("below") ? to : from.startsWith("above") ? "to " + to : to);
    }

    /** The edge, rounded to what a person would have written; whether it belongs to the range is tried. */
    private String bound(double accepted, double beyond, String excluded, String none) {
        if (accepts(beyond)) {
            return none;
        }
        double inside = accepted;
        double outside = beyond;
        for (int i = 0; i < 70; i++) {
            double middle = (inside + outside) / 2;
            if (accepts(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        double edge = Math.round(inside * 1e6) / 1e6 + 0.0;
        String text = BigDecimal.valueOf(edge).stripTrailingZeros().toPlainString();
        return accepts(edge) ? text : excluded + text;
    }

    private boolean accepts(Object value) {
        try {
            ConfigReader.read(Settings.of(Map.of(), Map.of(), Map.of(name, String.valueOf(value))));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String grouped(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }
}
