package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A NumPy archive with one array of times and one of ids, equally long, found by usual names, as Brian2's {@code i} and
 * {@code t}, NEST's {@code senders} and {@code times}, or pynapple's {@code index} and {@code t}. Floating-point times
 * are seconds unless the name says otherwise; whole ones need a unit.
 */
final class NpzFormat implements RecordingFormat {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final Set<String> TIMES = Set.of("times", "time", "t", "spike_times", "spiketimes", "timestamps");
    private static final String SENDERS = "senders";
    private static final Set<String> IDS = Set.of(
            "ids",
            "id",
            "i",
            "neurons",
            "neuron",
            "units",
            "unit",
            "clusters",
            "cluster",
            "spike_ids",
            "spike_clusters",
            "unit_ids",
            SENDERS);
    /** Arrays of pynapple's groups of trains. */
    private static final List<String> PYNAPPLE = List.of("t", "index", "keys", "start", "end");

    private static final String UNIT_SUFFIX = "_(?:us|ms|s|samples)$";

    @Override
    public String name() {
        return "NumPy archive (.npz)";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE, Name.VARIABLE);
    }

    /** Returns whether this is a zip file, with arrays or without, so that a message can say what is missing. */
    @Override
    public boolean isFormOf(Content content) {
        return content.has(ZIP, 0) || content.has(EMPTY_ZIP, 0);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        try (NpzArrays arrays = NpzArrays.open(content.path())) {
            if (SpikeInterfaceArrays.isIn(arrays)) {
                return SpikeInterfaceArrays.read(content, arrays, options, names);
            }
            Optional<String> workbook = ForeignForms.workbook(arrays.files());
            if (workbook.isPresent()) {
                throw new UnreadableRecordingException(content.path() + " " + workbook.get());
            }
            if (arrays.names().isEmpty()) {
                throw new UnreadableRecordingException(content.path() + " is a zip archive without arrays of NumPy,"
                        + " with " + Text.shownAll(arrays.files()) + "; unzip it, and give a file of it");
            }
            List<String> notes = new ArrayList<>();
            Recording recording = read(content.path().toString(), arrays, options, names, notes);
            Times.doubt(options).ifPresent(notes::add);
            return RecordingFile.of(content.name(), name(), recording).noting(notes);
        }
    }

    private static Recording read(
            String file, NpzArrays arrays, ReadOptions options, UnitNames names, List<String> notes)
            throws IOException {
        String timesName = options.columns().isPresent()
                ? given(file, arrays, options.columns().get().time())
                : choose(file, arrays, true, "times");
        List<String> idsNames = options.columns().isPresent()
                ? given(file, arrays, options.columns().get())
                : List.of(choose(file, arrays, false, "ids"));
        String idsName = String.join(" + ", idsNames);
        NpyArray timesArray = arrays.column(timesName);
        boolean isNest = idsName.equals(SENDERS) && options.columns().isEmpty();
        SpikeClock clock = clock(isNest, timesName, timesArray, options, arrays.where(timesName));
        long[] times = clock.micros(timesArray.data(), arrays.where(timesName));
        clock.loss(timesArray.data()).ifPresent(notes::add);
        List<Object> ids = new ArrayList<>();
        for (String name : idsNames) {
            ids.add(arrays.column(name).data());
        }
        int[] neurons = CombinedName.neurons(ids, arrays.where(idsName), names, notes);
        if (times.length != neurons.length) {
            throw new UnreadableRecordingException(file + ": array '" + timesName + "' has " + times.length
                    + " numbers and '" + idsName + "' " + neurons.length
                    + "; each spike needs a time and an id");
        }
        notes.add("neurons are in '" + idsName + "', times in '" + timesName + "', in "
                + clock.unit().inWords());
        Map<String, Object> beside = new TreeMap<>();
        for (String name : arrays.names()) {
            if (Companions.isOne(name) && !idsNames.contains(name) && !name.equals(timesName)) {
                besides(arrays, name).ifPresent(data -> beside.put(name, data));
            }
        }
        boolean guessed = options.columns().isEmpty();
        Companions.check(beside, neurons, times, guessed, file, notes);
        Recording recording = Recording.sorting(times, neurons);
        PlausibleSeconds.of(recording)
                .doubtRepeats(file, "'" + idsName + "'", guessed)
                .ifPresent(notes::add);
        Times.requireBelievable(recording, clock, options, arrays.where(timesName))
                .ifPresent(notes::add);
        return recording;
    }

    /** An array that is only looked at; one that cannot be read, as one of objects, is not needed. */
    private static Optional<Object> besides(NpzArrays arrays, String name) throws IOException {
        try {
            return Optional.of(arrays.array(name).data());
        } catch (UnreadableRecordingException e) {
            return Optional.empty();
        }
    }

    private static SpikeClock clock(boolean isNest, String name, NpyArray array, ReadOptions options, String where)
            throws UnreadableRecordingException {
        Optional<UnitOfTime> named = UnitOfTime.inName(name);
        if (named.isEmpty() && options.statedUnit().isEmpty() && !array.isFloatingPoint()) {
            throw new UnreadableRecordingException(where + ": whole-number times could be in any unit; save seconds"
                    + " in floating point, or microseconds under the name 'time_us', or give --unit ms, --unit us or"
                    + " --unit samples with --sample-rate HZ");
        }
        // The events of NEST's recorders, senders and times, are in milliseconds.
        return Times.usually(named.orElse(isNest ? UnitOfTime.MILLIS : UnitOfTime.SECONDS), options, where);
    }

    private static List<String> given(String file, NpzArrays arrays, ColumnChoice choice)
            throws UnreadableRecordingException {
        List<String> given = new ArrayList<>();
        for (String name : choice.neuronColumns(arrays.names())) {
            given.add(given(file, arrays, name));
        }
        return given;
    }

    private static String given(String file, NpzArrays arrays, String name) throws UnreadableRecordingException {
        if (!arrays.has(name)) {
            throw new UnreadableRecordingException(
                    file + ": there is no array '" + Text.shown(name) + "' among " + Text.shownAll(arrays.names()));
        }
        return name;
    }

    private static String choose(String file, NpzArrays arrays, boolean times, String what) throws IOException {
        List<String> found = arrays.names().stream()
                .filter(name -> times ? isTime(name) : isId(name))
                .toList();
        if (!times && arrays.names().containsAll(PYNAPPLE)) {
            found = List.of("index");
        }
        if (found.size() != 1) {
            Optional<String> converted = found.isEmpty() && times ? PlainArrays.advice(arrays) : Optional.empty();
            throw new UnreadableRecordingException(file + ": " + (found.isEmpty() ? "no" : "more than one")
                    + " array of " + what + " among " + Text.shownAll(arrays.names()) + "; "
                    + converted.orElse(
                            "choose with --columns neuron=NAME,time=NAME, or save one array of times (float, seconds)"
                                    + " and one of ids (integers) with numpy.savez(file, times=..., ids=...)"));
        }
        return found.get(0);
    }

    /** Returns whether a name is usual for an array of ids. */
    static boolean isId(String name) {
        return IDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a name is usual for an array of times. */
    static boolean isTime(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return TIMES.contains(plain) || TIMES.contains(plain.replaceFirst(UNIT_SUFFIX, ""));
    }
}
