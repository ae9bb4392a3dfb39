package dev.hebb.replay.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Detection of the columns that hold neuron and time, by their names: those that the user gives, else usual names that
 * leave no doubt.
 *
 * @param neurons indices from 0: one, or those of several columns that name a neuron together
 * @param time index from 0
 * @param unit that the time's name states
 * @param guessed whether the names are others than {@code neuron} and {@code time_us}, and the user has not given them
 */
record ColumnNames(List<Integer> neurons, int time, Optional<UnitOfTime> unit, boolean guessed) {
    static final String EXPECTED = "the first line must be a header with the columns neuron and time_us,"
            + " in any order, among others or alone; or say which columns hold neuron and time and what the times count,"
            + " as in --columns neuron=unit_id,time=spike_time --unit s (without a header: --columns 1,2)";

    private static final String NEURON = "neuron";
    private static final Set<String> MICROS = Set.of("time_us", "t_us");
    private static final Set<String> NEURONS = Set.of(
            NEURON,
            "neurons",
            "neuron_id",
            "neuron_ids",
            "unit",
            "units",
            "unit_id",
            "unit_ids",
            "cluster",
            "clusters",
            "cluster_id",
            "spike_cluster",
            "spike_clusters",
            "cell",
            "cell_id",
            "sender",
            "senders",
            "gid",
            "node_id",
            "node_ids",
            "id",
            "ids");
    private static final Set<String> TIMES = Set.of(
            "t", "time", "times", "timestamp", "timestamps", "spike_time", "spike_times", "spiketime", "spiketimes");
    private static final String UNIT_SUFFIX =
            "[_ .]?[\\[(]?(?:s|secs?|seconds?|ms|msecs?|milliseconds?|us|usecs?|[µμ]s|microseconds?|samples)[\\])]?$";

    private static final String FOREIGN_SUFFIX = "[_ .]?[\\[(]?[a-z]+[\\])]?$";

    /**
     * The columns.
     *
     * @return empty if the names do not say
     * @throws UnreadableRecordingException if the user names a column that does not exist, or several could be meant
     */
    static Optional<ColumnNames> find(List<String> names, Optional<ColumnChoice> choice, String where)
            throws UnreadableRecordingException {
        if (choice.isPresent()) {
            return Optional.of(chosen(choice.get(), names, where));
        }
        List<String> plain = names.stream().map(ColumnNames::plain).toList();
        Optional<ColumnNames> own = own(plain);
        return own.isPresent() ? own : usual(plain, names, where);
    }

    private static ColumnNames chosen(ColumnChoice choice, List<String> names, String where)
            throws UnreadableRecordingException {
        List<Integer> neurons = new ArrayList<>();
        for (String column : choice.neuronColumns(names)) {
            neurons.add(required(column, names, where));
        }
        int time = required(choice.time(), names, where);
        return new ColumnNames(neurons, time, UnitOfTime.inName(names.get(time)), false);
    }

    /** {@code neuron} and {@code time_us}, each once. */
    private static Optional<ColumnNames> own(List<String> plain) {
        List<Integer> neurons = indices(plain, NEURON::equals);
        List<Integer> times = indices(plain, MICROS::contains);
        return neurons.size() == 1 && times.size() == 1
                ? Optional.of(new ColumnNames(neurons, times.get(0), Optional.of(UnitOfTime.MICROS), false))
                : Optional.empty();
    }

    private static Optional<ColumnNames> usual(List<String> plain, List<String> names, String where)
            throws UnreadableRecordingException {
        List<Integer> neurons = indices(plain, NEURONS::contains);
        List<Integer> times = indices(plain, name -> !NEURONS.contains(name) && isTime(name));
        if (times.isEmpty()) {
            // Also a smallest value may be called time_min, so that times of other names come first.
            times = indices(plain, ColumnNames::isForeignTime).stream().limit(1).toList();
        }
        if (neurons.isEmpty() || times.isEmpty()) {
            return Optional.empty();
        }
        int time = only(times, names, "times", where);
        int neuron = only(neurons, names, "neurons", where);
        return Optional.of(new ColumnNames(List.of(neuron), time, UnitOfTime.inName(plain.get(time)), true));
    }

    private static List<Integer> indices(List<String> plain, Predicate<String> such) {
        return IntStream.range(0, plain.size())
                .filter(k -> such.test(plain.get(k)))
                .boxed()
                .toList();
    }

    /** The names of the columns of neurons, for messages. */
    String neuronsAmong(List<String> names) {
        return neurons.stream().map(names::get).map(Text::shown).collect(Collectors.joining(" + "));
    }

    /** A warning if the user states another unit than the name of the times does. */
    Optional<String> contradiction(ReadOptions options, String time) {
        Optional<String> named = unit.map(UnitOfTime::inWords)
                .or(() -> UnitOfTime.foreignInName(plain(time)).map(UnitOfTime.Foreign::inWords));
        return named.filter(words -> options.statedUnit()
                        .filter(stated -> !stated.inWords().equals(words))
                        .isPresent())
                .map(words ->
                        "warning: the name '" + Text.shown(time) + "' says " + words + ", but the times are taken as "
                                + options.statedUnit().map(UnitOfTime::inWords).orElse("")
                                + ", as --unit or --sample-rate says");
    }

    /** {@code spikeTime}, {@code Spike Time} and {@code spike_time} are one name. */
    static String plain(String name) {
        return name.replaceAll("(?U)\\s+", " ")
                .strip()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }

    private static boolean isTime(String name) {
        return TIMES.contains(name)
                || TIMES.contains(name.replaceFirst(UNIT_SUFFIX, ""))
                || UnitOfTime.inName(name).filter(UnitOfTime.SAMPLES::equals).isPresent();
    }

    /** Returns whether it is a time in a unit that is not read, which has to be named and asked about. */
    private static boolean isForeignTime(String name) {
        return UnitOfTime.foreignInName(name).isPresent() && TIMES.contains(name.replaceFirst(FOREIGN_SUFFIX, ""));
    }

    private static int only(List<Integer> found, List<String> names, String what, String where)
            throws UnreadableRecordingException {
        if (found.size() > 1) {
            throw new UnreadableRecordingException(where + ": more than one column could hold the " + what + ": "
                    + found.stream().map(names::get).toList() + "; choose with --columns neuron=NAME,time=NAME");
        }
        return found.get(0);
    }

    private static int required(String column, List<String> names, String where) throws UnreadableRecordingException {
        int index = ColumnChoice.find(column, names);
        if (index < 0 || index >= names.size()) {
            throw new UnreadableRecordingException(
                    where + ": there is no column '" + Text.shown(column) + "' among " + Text.shownAll(names));
        }
        long same = names.stream().filter(column::equalsIgnoreCase).count();
        if (same > 1) {
            throw new UnreadableRecordingException(where + ": " + same + " columns have the name '" + Text.shown(column)
                    + "'; choose by number from 1, as in --columns 1,2");
        }
        return index;
    }
}
