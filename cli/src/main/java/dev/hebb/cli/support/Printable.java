package dev.hebb.cli.support;

import dev.hebb.client.PlainText;

/** Text from outside (files, arguments, topics, an app) as a terminal may get it. */
public final class Printable {
    private Printable() {}

    /** The text, with hidden characters other than line ends and tabs escaped, as in {@code \x1b}. */
    public static String of(String text) {
        return escaped(text, true);
    }

    /** The text on one line: line ends and tabs are escaped too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean keepsLines) {
        if (text.codePoints().noneMatch(point -> isEscaped(point, keepsLines))) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isEscaped(point, keepsLines)) {
                printable.append(PlainText.escaped(point));
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }

    private static boolean isEscaped(int point, boolean keepsLines) {
        boolean line = point == '\n'
                || point == '\t'
                || (point == '\r' && System.lineSeparator().length() > 1);
        return (PlainText.isHidden(point) && !(keepsLines && line)) || isInvisible(point);
    }

    /** Returns whether nothing is seen of a character, as of a space of no width. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT && !isJoiner(point) && !isSignOfNumbers(point);
    }

    private static boolean isJoiner(int point) {
        return point == 0x200c || point == 0x200d;
    }

    /** Returns whether it is an Arabic or Kaithi sign that begins a number or a name, and is seen. */
    private static boolean isSignOfNumbers(int point) {
        return (point >= 0x0600 && point <= 0x0605)
                || point == 0x06dd
                || (point >= 0x0890 && point <= 0x0891)
                || point == 0x08e2
                || point == 0x110bd
                || point == 0x110cd;
    }
}
