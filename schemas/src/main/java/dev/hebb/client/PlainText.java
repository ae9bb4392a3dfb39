package dev.hebb.client;

import java.util.Locale;
import java.util.Optional;

/**
 * Rule for the short texts of commands: names of areas and stages, ids, senders. They come from everyone who may write
 * to {@code control}, and end in terminals, logs and audits. A control character there could hide or forge a line.
 */
public final class PlainText {
    /** Greatest length of a text, in UTF-16 units. */
    public static final int LONGEST = 200;

    private PlainText() {}

    /**
     * Returns the fault of a text; empty if it may be used.
     *
     * @param what the text, for the message
     */
    public static Optional<String> flaw(String what, String text) {
        if (text.length() > LONGEST) {
            return Optional.of(what + " has " + text.length() + " characters; at most " + LONGEST + " are allowed");
        }
        return text.codePoints().anyMatch(PlainText::isHidden)
                ? Optional.of(what + " '" + shown(text, LONGEST) + "' has a control character; leave it out")
                : Optional.empty();
    }

    /**
     * Returns whether a character controls how a text is shown, and is not shown itself: control characters, line and
     * paragraph separators, marks that turn the direction of writing, and halves of surrogate pairs.
     */
    public static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || turnsDirection(codePoint);
    }

    private static boolean turnsDirection(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        boolean embeds = direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT;
        boolean isolates = codePoint >= 0x2066 && codePoint <= 0x2069;
        return isolates || (embeds && Character.getType(codePoint) == Character.FORMAT);
    }

    /** A text of any content on one line: hidden characters escaped, cut after a number of UTF-16 units. */
    public static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), longest));
        int cut = Math.min(text.length(), longest);
        text.substring(0, cut).codePoints().forEach(point -> {
            if (isHidden(point)) {
                shown.append(escaped(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return cut < text.length() ? shown.append("…").toString() : shown.toString();
    }

    /** A hidden character as {@code \x1b}, or as {@code \u009b}: the second form is also that of JSON. */
    public static String escaped(int codePoint) {
        return String.format(Locale.ROOT, codePoint < ' ' ? "\\x%02x" : "\\u%04x", codePoint);
    }
}
