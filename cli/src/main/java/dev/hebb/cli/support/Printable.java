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
        return PlainText.isHidden(point) && !(keepsLines && line);
    }
}
