package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Spikes in columns of numbers without names: which column is the neuron, and which the time. */
final class TwoColumns {
    private TwoColumns() {}

    /**
     * Spikes of columns.
     *
     * @param columns each {@code double[]} or {@code long[]}, all of one length
     * @param names numbers neurons that several columns name together
     * @param notes receives what was decided
     * @throws UnreadableRecordingException if it is in doubt which column is which, or what the times count
     */
    static Recording spikes(
            List<Object> columns, ReadOptions options, String where, UnitNames names, List<String> notes)
            throws UnreadableRecordingException {
        List<Integer> neurons = neuronColumns(columns, options, where);
        int time = options.columns().isPresent()
                ? index(options.columns().get().time(), columns, where)
                : 1 - neurons.get(0);
        SpikeClock clock = Times.named(Optional.empty(), "", options, where + ", column " + (time + 1));
        int[] ids = CombinedName.neurons(
                neurons.stream().map(columns::get).toList(), where + ", column " + (neurons.get(0) + 1), names, notes);
        if (options.columns().isEmpty()) {
            notes.add("neurons are in column " + (neurons.get(0) + 1)
                    + ", of whole numbers that repeat, times in column " + (time + 1));
        }
        clock.loss(columns.get(time)).ifPresent(notes::add);
        Recording recording = Recording.sorting(clock.micros(columns.get(time), where + ", column " + (time + 1)), ids);
        PlausibleSeconds.of(recording)
                .doubtRepeats(
                        where,
                        "column " + (neurons.get(0) + 1),
                        options.columns().isEmpty())
                .ifPresent(notes::add);
        return recording;
    }

    private static List<Integer> neuronColumns(List<Object> columns, ReadOptions options, String where)
            throws UnreadableRecordingException {
        if (options.columns().isPresent()) {
            List<Integer> chosen = new ArrayList<>();
            for (String column : options.columns().get().neuronColumns(List.of())) {
                chosen.add(index(column, columns, where));
            }
            return chosen;
        }
        if (columns.size() == 2) {
            boolean first = looksLikeIds(columns.get(0)) && !isWhole(columns.get(1));
            boolean second = looksLikeIds(columns.get(1)) && !isWhole(columns.get(0));
            if (first != second) {
                return List.of(first ? 0 : 1);
            }
        }
        throw new UnreadableRecordingException(
                where + ": " + columns.size() + " columns of numbers do not say which one"
                        + " holds the neuron; give --columns neuron=1,time=2 and --unit s, ms, us or samples");
    }

    private static int index(String column, List<Object> columns, String where) throws UnreadableRecordingException {
        int index = ColumnChoice.find(column, List.of());
        if (index < 0 || index >= columns.size()) {
            throw new UnreadableRecordingException(where + ": there is no column '" + Text.shown(column)
                    + "'; the columns are numbered 1 to " + columns.size());
        }
        return index;
    }

    private static boolean isWhole(Object column) {
        return !(column instanceof double[] doubles) || Arrays.stream(doubles).allMatch(x -> x == Math.rint(x));
    }

    /** Whole numbers from 0 that repeat. */
    private static boolean looksLikeIds(Object column) {
        if (!isWhole(column)) {
            return false;
        }
        double[] numbers = column instanceof double[] doubles
                ? doubles
                : Arrays.stream((long[]) column).asDoubleStream().toArray();
        Set<Double> distinct = new TreeSet<>();
        for (double number : numbers) {
            distinct.add(number);
        }
        return numbers.length > 0
                && distinct.iterator().next() >= 0
                && (distinct.size() < numbers.length || numbers.length == 1);
    }
}
