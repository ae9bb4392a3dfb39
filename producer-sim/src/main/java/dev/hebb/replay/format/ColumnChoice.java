package dev.hebb.replay.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Choice of the columns that hold neuron and time, by name or by number from 1.
 *
 * @param neuron the column of neurons; several that name a neuron together, as in {@code shank+unit}
 * @param time the column of times
 */
public record ColumnChoice(String neuron, String time) {
    private static final String NUMBERS = "\\d+(\\+\\d+)*";

    /**
     * Reads {@code neuron=unit_id,time=spike_time}, {@code neuron=shank+unit,time=t}, or {@code 1,2} and {@code 1+2,3}:
     * first the neuron, then the time.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static ColumnChoice parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length == 2) {
            String first = parts[0].trim();
            String second = parts[1].trim();
            if (first.startsWith("neuron=") && second.startsWith("time=")) {
                return of(first.substring(7), second.substring(5), text);
            } else if (first.startsWith("time=") && second.startsWith("neuron=")) {
                return of(second.substring(7), first.substring(5), text);
            } else if (first.matches(NUMBERS) && second.matches("\\d+")) {
                return of(first, second, text);
            }
        }
        throw new IllegalArgumentException("'" + text + "' does not say which columns hold neuron and time: give"
                + " neuron=NAME,time=NAME, or two numbers from 1 as in 1,2; two columns that name a neuron together are"
                + " neuron=NAME+NAME");
    }

    private static ColumnChoice of(String neuron, String time, String text) {
        List<String> parts = neuron.matches(NUMBERS) ? List.of(neuron.split("\\+")) : List.of(neuron);
        boolean distinct = parts.stream().distinct().count() == parts.size() && !parts.contains(time);
        if (neuron.isBlank() || time.isBlank() || !distinct || parts.contains("0") || time.equals("0")) {
            throw new IllegalArgumentException("'" + text + "' must name two columns, by name or by number from 1");
        }
        return new ColumnChoice(neuron.trim(), time.trim());
    }

    /** Returns whether both columns are given by number, so that no header is needed. */
    boolean isByNumber() {
        return neuron.matches(NUMBERS) && time.matches("\\d+");
    }

    /** The columns of neurons, by name or number: one, or several if there is none of the whole name. */
    List<String> neuronColumns(List<String> names) {
        boolean isOne = !neuron.contains("+") || find(neuron, names) >= 0;
        return isOne
                ? List.of(neuron)
                : Arrays.stream(neuron.split("\\+", -1)).map(String::trim).toList();
    }

    /** Index from 0 of a column that is named among these, or by its number; −1 if it is none. */
    static int find(String column, List<String> names) {
        for (int k = 0; k < names.size(); k++) {
            if (names.get(k).toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT))) {
                return k;
            }
        }
        return column.matches("\\d{1,6}") ? Integer.parseInt(column) - 1 : -1;
    }
}
