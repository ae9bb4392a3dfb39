package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
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
     * @param notes receives what was decided
     * @throws UnreadableRecordingException if it is in doubt which column is which, or what the times count
     */
    static Recording spikes(List<Object> columns, ReadOptions options, String where, List<String> notes)
            throws UnreadableRecordingException {
        int neuron = neuronColumn(columns, options, where);
        int time = options.columns().isPresent() ? index(options.columns().get().time(), columns, where) : 1 - neuron;
        SpikeClock clock = Times.named(Optional.empty(), options, where + ", column " + (time + 1));
        String neurons = where + ", column " + (neuron + 1);
        int[] ids = Numbers.toNeurons(Numbers.toWhole(columns.get(neuron), neurons), neurons);
        if (options.columns().isEmpty()) {
            notes.add("neurons are in column " + (neuron + 1) + ", of whole numbers that repeat, times in column "
                    + (time + 1));
        }
        clock.loss(columns.get(time)).ifPresent(notes::add);
        return Recording.sorting(clock.micros(columns.get(time), where + ", column " + (time + 1)), ids);
    }

    private static int neuronColumn(List<Object> columns, ReadOptions options, String where)
            throws UnreadableRecordingException {
        if (options.columns().isPresent()) {
            return index(options.columns().get().neuron(), columns, where);
        }
        if (columns.size() == 2) {
            boolean first = looksLikeIds(columns.get(0)) && !isWhole(columns.get(1));
            boolean second = looksLikeIds(columns.get(1)) && !isWhole(columns.get(0));
            if (first != second) {
                return first ? 0 : 1;
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
