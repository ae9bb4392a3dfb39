package dev.hebb.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * The range of a number that the configuration accepts while every other setting has its default, in words. It is found
 * by trying: halving the distance between a value that is accepted and one that is refused.
 */
final class AcceptedRange {
    private static final double FAR = 1e6;
    private static final int HALVINGS = 42;

    private final String name;

    private AcceptedRange(String name) {
        this.name = name;
    }

    static String of(String name, Number accepted) {
        AcceptedRange range = new AcceptedRange(name);
        return accepted instanceof Double number ? range.decimals(number) : range.wholeNumbers(accepted.longValue());
    }

    private String wholeNumbers(long accepted) {
        long least = edge(accepted, Integer.MIN_VALUE);
        long most = edge(accepted, Long.MAX_VALUE);
        // Refused above the largest int because it is none, not because of what it means.
        boolean bounded = most != Long.MAX_VALUE && most != Integer.MAX_VALUE;
        return bounded ? grouped(least) + " to " + grouped(most) : grouped(least) + " or more";
    }

    private long edge(long accepted, long beyond) {
        if (accepts(beyond)) {
            return beyond;
        }
        long inside = accepted;
        long outside = beyond;
        while (Math.abs(inside - outside) > 1) {
            long middle = (inside & outside) + ((inside ^ outside) >> 1);
            if (accepts(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private String decimals(double accepted) {
        double least = edge(accepted, -FAR);
        String from = (accepts(least) ? "" : "above ") + text(least);
        if (accepts(FAR)) {
            return accepts(least) ? from + " or more" : from;
        }
        double most = edge(accepted, FAR);
        return from + " to " + (accepts(most) ? "" : "below ") + text(most);
    }

    /** The edge, as a person would have written it; it need not belong to the range. */
    private double edge(double accepted, double beyond) {
        double inside = accepted;
        double outside = beyond;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (accepts(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Math.round(inside * 1e6) / 1e6 + 0.0;
    }

    private boolean accepts(Object value) {
        try {
            ConfigReader.read(Map.of(name, String.valueOf(value)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
