package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Spikes of an array of times and arrays of ids, by usual names or as the user names them.
 *
 * @param file for messages
 */
record NpzSpikes(String file, NpzArrays arrays, ReadOptions options) {
    /** Name of NEST's array of ids. */
    static final String SENDERS = "senders";

    /** Arrays of pynapple's groups of trains. */
    private static final List<String> PYNAPPLE = List.of("t", "index", "keys", "start", "end");

    /**
     * The spikes.
     *
     * @param notes receives what was taken, and what is in doubt
     */
    Recording read(UnitNames names, List<String> notes) throws IOException {
        String timesName = timesName();
        List<String> idsNames = idsNames();
        String idsName = String.join(" + ", idsNames);
        NpyArray timesArray = arrays.column(timesName);
        SpikeClock clock = clock(timesName, timesArray, idsName);
        long[] times = clock.micros(timesArray.data(), arrays.where(timesName));
        clock.loss(timesArray.data()).ifPresent(notes::add);
        int[] neurons = CombinedName.neurons(ids(idsNames), arrays.where(idsName), names, notes);
        if (times.length != neurons.length) {
            throw new UnreadableRecordingException(file + ": array '" + timesName + "' has " + times.length
                    + " numbers and '" + idsName + "' " + neurons.length
                    + "; each spike needs a time and an id");
        }
        notes.add("neurons are in '" + idsName + "', times in '" + timesName + "', in "
                + clock.unit().inWords());
        return new ColumnSpikes(neurons, times, clock, beside(timesName, idsNames))
                .believed(options, file, "'" + idsName + "'", arrays.where(timesName), notes);
    }

    private String timesName() throws IOException {
        if (options.columns().isPresent()) {
            return given(options.columns().get().time());
        }
        List<String> found = usual(NpzFormat::isTime);
        return only(found, "times", found.isEmpty() ? PlainArrays.advice(arrays) : Optional.empty());
    }

    private List<String> idsNames() throws IOException {
        if (options.columns().isPresent()) {
            List<String> given = new ArrayList<>();
            for (String name : options.columns().get().neuronColumns(arrays.names())) {
                given.add(given(name));
            }
            return given;
        }
        List<String> found = arrays.names().containsAll(PYNAPPLE) ? List.of("index") : usual(NpzFormat::isId);
        return List.of(only(found, "ids", Optional.empty()));
    }

    private String given(String name) throws UnreadableRecordingException {
        if (!arrays.has(name)) {
            throw new UnreadableRecordingException(
                    file + ": there is no array '" + Text.shown(name) + "' among " + Text.shownAll(arrays.names()));
        }
        return name;
    }

    private List<String> usual(Predicate<String> isUsual) {
        return arrays.names().stream().filter(isUsual).toList();
    }

    /** @param advice other than to choose by names */
    private String only(List<String> found, String what, Optional<String> advice) throws UnreadableRecordingException {
        if (found.size() != 1) {
            throw new UnreadableRecordingException(file + ": " + (found.isEmpty() ? "no" : "more than one")
                    + " array of " + what + " among " + Text.shownAll(arrays.names()) + "; "
                    + advice.orElse(
                            "choose with --columns neuron=NAME,time=NAME, or save one array of times (float, seconds)"
                                    + " and one of ids (integers) with numpy.savez(file, times=..., ids=...)"));
        }
        return found.get(0);
    }

    private SpikeClock clock(String name, NpyArray times, String idsName) throws UnreadableRecordingException {
        Optional<UnitOfTime> named = UnitOfTime.inName(name);
        if (named.isEmpty() && options.statedUnit().isEmpty() && !times.isFloatingPoint()) {
            throw new UnreadableRecordingException(
                    arrays.where(name) + ": whole-number times could be in any unit; save seconds"
                            + " in floating point, or microseconds under the name 'time_us', or give --unit ms,"
                            + " --unit us or --unit samples with --sample-rate HZ");
        }
        // The events of NEST's recorders, senders and times, are in milliseconds.
        boolean isNest = idsName.equals(SENDERS) && options.columns().isEmpty();
        UnitOfTime usual = isNest ? UnitOfTime.MILLIS : UnitOfTime.SECONDS;
        return Times.usually(named.orElse(usual), options, arrays.where(name));
    }

    private List<Object> ids(List<String> names) throws IOException {
        List<Object> ids = new ArrayList<>();
        for (String name : names) {
            ids.add(arrays.column(name).data());
        }
        return ids;
    }

    /** Arrays that are only looked at; one that cannot be read, as one of objects, is not needed. */
    private Map<String, Object> beside(String timesName, List<String> idsNames) throws IOException {
        Map<String, Object> beside = new TreeMap<>();
        for (String name : arrays.names()) {
            if (Companions.isOne(name) && !idsNames.contains(name) && !name.equals(timesName)) {
                try {
                    beside.put(name, arrays.array(name).data());
                } catch (UnreadableRecordingException e) {
                    continue;
                }
            }
        }
        return beside;
    }
}
