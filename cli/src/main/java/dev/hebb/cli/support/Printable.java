package dev.hebb.cli.support;

import java.util.Locale;

/** Text from files and arguments as a terminal may get it. */
public final class Printable {
    private Printable() {}

    /** The text, with control characters other than line ends written as in {@code \x1b}. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) && point != '\n' && point != '\t') {
                printable.append(String.format(Locale.ROOT, "\\x%02x", point));
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }
}
