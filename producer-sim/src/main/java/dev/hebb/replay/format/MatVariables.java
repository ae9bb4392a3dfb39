package dev.hebb.replay.format;

import dev.hebb.replay.format.MatValue.Matrix;
import dev.hebb.replay.format.MatValue.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The variables of a MATLAB file, and the values in them: a path is the name of a variable, or of a field of a single
 * structure behind a dot, as in {@code session.spikes.times}.
 *
 * @param all by name, in the order of the file
 * @param file for messages
 */
record MatVariables(Map<String, MatValue> all, String file) {
    /** Structures in structures that are looked into. */
    static final int DEEPEST = 4;

    private static final int MOST_LISTED = 20;

    /** Paths of the values that are such: of a variable, else of its fields down to this depth. */
    List<String> paths(Predicate<MatValue> such, int depth) {
        List<String> found = new ArrayList<>();
        all.forEach((name, value) -> add(name, value, such, depth, found));
        return found;
    }

    private static void add(String path, MatValue value, Predicate<MatValue> such, int depth, List<String> found) {
        if (such.test(value)) {
            found.add(path);
        } else if (depth > 0
                && value instanceof Structure structure
                && structure.elements().size() == 1) {
            structure
                    .elements()
                    .get(0)
                    .forEach((field, inner) -> add(path + "." + field, inner, such, depth - 1, found));
        }
    }

    /**
     * The value at a path.
     *
     * @throws UnreadableRecordingException if there is none
     */
    MatValue at(String path) throws UnreadableRecordingException {
        MatValue value = new Structure(List.of(all));
        for (String name : path.split("\\.", -1)) {
            MatValue next = value instanceof Structure structure ? structure.field(name) : null;
            if (next == null) {
                throw new UnreadableRecordingException(
                        file + ": there is no variable " + Text.shown(path) + "; there are " + listed());
            }
            value = next;
        }
        return value;
    }

    /** The numbers at a path: {@code double[]} or {@code long[]}; none if there is something else. */
    Object numbersAt(String path) throws UnreadableRecordingException {
        return at(path) instanceof Matrix numbers ? numbers.data() : new double[0];
    }

    /** Names and kinds of the first variables, for a message. */
    String listed() {
        return all.entrySet().stream()
                .limit(MOST_LISTED)
                .map(variable -> variable.getKey() + " (" + variable.getValue().described() + ")")
                .toList()
                .toString();
    }
}
