package dev.hebb.replay.format;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns beside those of neuron and time that may change what the two mean: with a channel or a probe, the same unit
 * number may be two neurons; with a trial or a session, the same time may be two times.
 */
final class Companions {
    private static final Set<String> PLACES = Set.of(
            "channel",
            "channels",
            "channel_id",
            "chan",
            "ch",
            "electrode",
            "electrodes",
            "electrode_id",
            "tetrode",
            "shank",
            "probe",
            "array",
            "well",
            "subject",
            "animal",
            "mouse",
            "rat");
    private static final Set<String> SESSIONS = Set.of(
            "trial",
            "trials",
            "trial_id",
            "trial_number",
            "sweep",
            "segment",
            "session",
            "sessions",
            "session_id",
            "epoch",
            "block",
            "recording",
            "file",
            "run");
    /** More different values than this are no sessions. */
    private static final int MOST_SESSIONS = 100_000;

    private final boolean asks;
    private final String where;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** A column, and what was met in it. */
    private record Column(
            String name, boolean isPlace, Map<Integer, String> places, Map<String, long[]> sessions, boolean[] told) {}

    /**
     * A check.
     *
     * @param names of the columns, each of which {@link #isOne} is true of
     * @param asks whether to refuse what is in doubt; else it is a warning
     * @param where the file, for messages
     */
    Companions(List<String> names, boolean asks, String where) {
        this.asks = asks;
        this.where = where;
        names.forEach(name -> columns.add(new Column(
                name, PLACES.contains(ColumnNames.plain(name)), new HashMap<>(), new HashMap<>(), new boolean[1])));
    }

    /** Returns whether a column of this name may change what neuron or time mean. */
    static boolean isOne(String name) {
        String plain = ColumnNames.plain(name);
        return PLACES.contains(plain) || SESSIONS.contains(plain);
    }

    /** The columns among these that are such, by index, besides those of neuron and time. */
    static List<Integer> among(List<String> names, List<Integer> neurons, int time) {
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            if (!neurons.contains(k) && k != time && isOne(names.get(k))) {
                found.add(k);
            }
        }
        return found;
    }

    /**
     * Takes a spike's value in a column.
     *
     * @param at the spike's place in the file, for a message
     * @throws UnreadableRecordingException if its neuron was on another channel before
     */
    void see(int column, String value, int neuron, long timeMicros, String at) throws UnreadableRecordingException {
        Column known = columns.get(column);
        if (value.isBlank()) {
            return;
        }
        if (!known.isPlace()) {
            if (known.sessions().size() < MOST_SESSIONS) {
                long[] range = known.sessions().computeIfAbsent(value, any -> new long[] {timeMicros, timeMicros});
                range[0] = Math.min(range[0], timeMicros);
                range[1] = Math.max(range[1], timeMicros);
            }
            return;
        }
        String before = known.places().putIfAbsent(neuron, value);
        if (before != null && !before.equals(value) && !known.told()[0]) {
            known.told()[0] = true;
            doubt(
                    at + ": neuron " + neuron + " has the " + known.name() + " " + Text.shown(value) + " here, and "
                            + Text.shown(before) + " before, so that one number may be two neurons",
                    "name both columns, as in --columns neuron=" + known.name()
                            + "+UNIT,time=TIME; if the number is one"
                            + " neuron all the same, name its column alone with --columns");
        }
    }

    /**
     * Returns warnings about all spikes.
     *
     * @throws UnreadableRecordingException if the times of sessions overlap
     */
    List<String> end() throws UnreadableRecordingException {
        for (Column column : columns) {
            List<Map.Entry<String, long[]>> sessions =
                    new ArrayList<>(column.sessions().entrySet());
            sessions.sort((a, b) -> Long.compare(a.getValue()[0], b.getValue()[0]));
            for (int k = 1; k < sessions.size(); k++) {
                if (sessions.get(k).getValue()[0] < sessions.get(k - 1).getValue()[1]) {
                    doubt(
                            "the times of " + column.name() + " "
                                    + Text.shown(sessions.get(k - 1).getKey()) + " and "
                                    + Text.shown(sessions.get(k).getKey())
                                    + " overlap, so that they may be relative to the beginning of each",
                            "add the beginning of each to its times, or make a file of each and replay them with --age;"
                                    + " if they are times of one clock all the same, name the columns of neuron and time"
                                    + " with --columns");
                    break;
                }
            }
        }
        return warnings;
    }

    private void doubt(String what, String advice) throws UnreadableRecordingException {
        if (asks) {
            throw new UnreadableRecordingException(where + ", " + what + "; " + advice);
        }
        warnings.add("warning: " + what);
    }

    /** Looks at arrays that lie beside those of neurons and times, and adds warnings. */
    static void check(
            Map<String, Object> arrays, int[] neurons, long[] times, boolean asks, String where, List<String> notes)
            throws UnreadableRecordingException {
        List<String> names = arrays.entrySet().stream()
                .filter(array -> isOne(array.getKey())
                        && array.getValue().getClass().isArray()
                        && Array.getLength(array.getValue()) == times.length)
                .map(Map.Entry::getKey)
                .toList();
        Companions companions = new Companions(names, asks, where);
        for (int column = 0; column < names.size(); column++) {
            Object values = Optional.ofNullable(arrays.get(names.get(column))).orElseThrow();
            for (int k = 0; k < times.length; k++) {
                String value = String.valueOf(Array.get(values, k)).toLowerCase(Locale.ROOT);
                companions.see(column, value, neurons[k], times[k], "entry " + k);
            }
        }
        notes.addAll(companions.end());
    }
}
