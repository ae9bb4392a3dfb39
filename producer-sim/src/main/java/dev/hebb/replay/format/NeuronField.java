package dev.hebb.replay.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The neuron of a line. If words are allowed, the first field decides for the whole text: a neuron's number, or a name,
 * which is numbered.
 */
final class NeuronField {
    private final Optional<UnitNames> names;
    private final DecimalField number = new DecimalField();
    private boolean decided;
    private boolean words;

    NeuronField(Optional<UnitNames> names) {
        this.names = names;
    }

    /** The neuron, −1 if the field is none. */
    int parse(byte[] bytes, int from, int to) {
        long id = number.parse(bytes, from, to, false) ? number.whole() : -1;
        boolean isId = id >= 0 && id <= Integer.MAX_VALUE;
        if (!decided) {
            decided = true;
            words = names.isPresent() && !isId && to > from && !isNegative(bytes, from);
        }
        if (words) {
            String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            return name.isBlank() ? -1 : names.orElseThrow().number(name);
        }
        return isId ? (int) id : -1;
    }

    private static boolean isNegative(byte[] bytes, int from) {
        return bytes[from] == '-';
    }
}
