package dev.hebb.cli.support;

import java.util.Locale;

/** Numbers as text for users. */
public final class NumberText {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private NumberText() {}

    /** A whole number with commas: 1,250,000. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with this many digits after the point. */
    public static String fixed(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** A time in milliseconds: 2.0 ms. */
    public static String millis(long micros) {
        return fixed(micros / 1000.0, 1) + " ms";
    }

    /** A size in bytes: 1.5 GiB. */
    public static String bytes(double bytes) {
        int unit = 0;
        double amount = bytes;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return (unit == 0 ? fixed(amount, 0) : fixed(amount, 1)) + " " + UNITS[unit];
    }
}
