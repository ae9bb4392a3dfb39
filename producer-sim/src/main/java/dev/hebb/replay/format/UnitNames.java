package dev.hebb.replay.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of neurons that files name by words, or by numbers beyond 31 bits: 0, 1, 2 … in the order in which the names
 * were first asked for. The same name has the same number in all files that are opened with the same names.
 */
public final class UnitNames {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private String rule = "";

    /** The number of a name. */
    int number(String name) {
        return numbers.computeIfAbsent(name, first -> numbers.size());
    }

    /**
     * Requires that all files number their units by one rule.
     *
     * @throws UnreadableRecordingException if another file has used another
     */
    void requireRule(String now, String where) throws UnreadableRecordingException {
        if (!rule.isEmpty() && !rule.equals(now)) {
            throw new UnreadableRecordingException(where + ": neurons would be numbered " + now
                    + ", but those of the files before it are numbered " + rule
                    + ", so the same neuron would have two ids; replay these files as different networks");
        }
        rule = now;
    }

    /** All names, with their numbers. */
    public Map<String, Integer> all() {
        return Map.copyOf(numbers);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The first few, for a message: {@code sc_1 = 0, sc_2 = 1, ...}. */
    String some() {
        StringBuilder some = new StringBuilder();
        numbers.entrySet().stream().limit(5).forEach(entry -> some.append(some.length() == 0 ? "" : ", ")
                .append(Text.shown(entry.getKey()))
                .append(" = ")
                .append(entry.getValue()));
        return numbers.size() > 5 ? some + ", ..." : some.toString();
    }
}
