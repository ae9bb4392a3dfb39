package dev.hebb.replay.format;

import java.util.List;

/**
 * Positions of neuron and time in a line of text.
 *
 * @param delimiter one character; a space stands for any number of spaces and tabs
 * @param count how many columns the first line has; a line with more is not of this table
 * @param neurons indices from 0: one, or those of several columns that name a neuron together
 * @param time index from 0
 * @param beside other columns that have to be looked at
 */
record TextColumns(char delimiter, int count, List<Integer> neurons, int time, List<Beside> beside) {
    /**
     * A column that may change what neuron and time mean.
     *
     * @param index from 0
     */
    record Beside(int index, String name) {}

    /** Columns without names. */
    TextColumns(char delimiter, int count, List<Integer> neurons, int time) {
        this(delimiter, count, neurons, time, List.of());
    }

    /** Columns of a header. */
    static TextColumns of(char delimiter, List<String> names, List<Integer> neurons, int time) {
        List<Beside> beside = Companions.among(names, neurons, time).stream()
                .map(index -> new Beside(index, names.get(index)))
                .toList();
        return new TextColumns(delimiter, names.size(), neurons, time, beside);
    }
}
