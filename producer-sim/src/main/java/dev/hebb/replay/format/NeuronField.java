package dev.hebb.replay.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The neuron of a line: its id, or the number of its name, as {@link Naming} says. */
final class NeuronField {
    /** Words with which programs write that there is no value. */
    private static final Set<String> NO_NAMES = Set.of("", "nan", "none", "null", "na", "<na>", "n/a", "nat");

    private final Naming naming;
    private final DecimalField number = new DecimalField();
    private Naming.Kind kind;

    NeuronField(Naming naming) {
        this.naming = naming;
        this.kind = naming.kind();
    }

    /** The neuron, −1 if the field is none. */
    int parse(byte[] bytes, int from, int to) {
        long id = number.parse(bytes, from, to, false) ? number.whole() : -1;
        boolean isId = id >= 0 && id <= Integer.MAX_VALUE;
        if (kind == Naming.Kind.BY_FIRST) {
            boolean isWord = !isId && to > from && bytes[from] != '-';
            kind = isWord ? Naming.Kind.WORDS : Naming.Kind.IDS;
        }
        return switch (kind) {
            case WORDS -> word(bytes, from, to);
            case NUMBERS ->
                isId
                        ? naming.names().number(Long.toString(id))
                        : isLarge(bytes, from, to) ? naming.names().number(digits(bytes, from, to)) : -1;
            default -> {
                if (!isId && isLarge(bytes, from, to)) {
                    naming.tooLarge(digits(bytes, from, to));
                }
                yield isId ? (int) id : -1;
            }
        };
    }

    /** Whether neurons may be names, which are numbered. */
    boolean isName() {
        return kind != Naming.Kind.IDS;
    }

    /** What the field should be, for a message. */
    String expected() {
        if (kind == Naming.Kind.WORDS) {
            return "the name of one";
        }
        return kind == Naming.Kind.NUMBERS ? "a whole number that is 0 or more" : "a whole number from 0 to 2147483647";
    }

    private int word(byte[] bytes, int from, int to) {
        String name = Text.of(bytes, from, to);
        return isMissing(name) ? -1 : naming.names().number(name);
    }

    /** Whether a word says that there is no value. */
    static boolean isMissing(String word) {
        return NO_NAMES.contains(word.trim().toLowerCase(Locale.ROOT));
    }

    /** Whether the field has digits alone, as ids have; the caller knows that it is no small number. */
    private static boolean isLarge(byte[] bytes, int from, int to) {
        for (int k = from; k < to; k++) {
            if (bytes[k] < '0' || bytes[k] > '9') {
                return false;
            }
        }
        return to > from;
    }

    /** A number has one name, however it is written. */
    private static String digits(byte[] bytes, int from, int to) {
        int first = from;
        while (first < to - 1 && bytes[first] == '0') {
            first++;
        }
        return new String(bytes, first, to - first, StandardCharsets.US_ASCII);
    }
}
