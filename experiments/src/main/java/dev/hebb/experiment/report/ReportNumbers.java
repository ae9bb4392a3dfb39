package dev.hebb.experiment.report;

import java.util.Locale;

/** Numbers as people read them. */
public final class ReportNumbers {
    private ReportNumbers() {}

    /** A share: {@code 41 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A number with two decimals; "never" for an infinite time. */
    public static String number(double value) {
        return Double.isInfinite(value) ? "never" : String.format(Locale.ROOT, "%.2f", value);
    }
}
