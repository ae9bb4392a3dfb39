package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.Timeline;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Neurodata Without Borders: {@code /units/spike_times} in seconds, train after train; {@code spike_times_index}, the
 * end of each train; {@code id}, the unit of each train; {@code quality} or {@code group}, labels of units; and
 * {@code obs_intervals}, the times in which each unit was observed.
 */
final class NwbFormat extends Hdf5Format {
    private static final String UNITS = "units";
    private static final String TIMES = "units/spike_times";
    private static final String ENDS = "units/spike_times_index";
    private static final String IDS = "units/id";

    @Override
    public String name() {
        return "NWB";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.CLUSTERS, Name.UNIT, Name.SAMPLE_RATE);
    }

    /** Signals, elsewhere in the file, are often links to files that are not at hand. */
    @Override
    List<String> groups() {
        return List.of(UNITS, NwbElectrodes.TABLE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.hasGroup(UNITS) || hdf.attribute("", "nwb_version").isPresent();
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        requireUnits(hdf);
        List<String> notes = new ArrayList<>();
        requireSeconds(hdf, options);
        SpikeClock clock = Times.usually(UnitOfTime.SECONDS, options, hdf.where(TIMES));
        long[] times = clock.micros(hdf.numbers(TIMES), hdf.where(TIMES));
        clock.loss(hdf.numbers(TIMES)).ifPresent(notes::add);
        long[] ends = ends(hdf, times.length);
        int[] units = units(hdf, ends.length, names, notes);
        int[] neurons = SpikeTrains.spread(ends, units, times.length, hdf.where(ENDS));
        NwbUnits.restarts(times, ends, units).ifPresent(notes::add);
        NwbUnits.notRead(hdf).ifPresent(notes::add);
        Optional<UnitLabels.Selection> selection = selection(hdf, units, options, notes);
        Recording recording = selected(times, neurons, selection);
        selection.ifPresent(chosen -> notes.add(chosen.note(times.length - recording.spikes())));
        Times.doubt(options).ifPresent(notes::add);
        Times.requireBelievable(recording, clock, options, hdf.where(TIMES)).ifPresent(notes::add);
        List<Timeline.Unobserved> gaps = NwbUnits.unobserved(hdf, recording, notes);
        return RecordingFile.of(hdf.fileName(), "NWB, " + units.length + " units", recording)
                .noting(notes)
                .describing(described(hdf, units, selection))
                .notObserved(gaps);
    }

    private static List<KnownNeuron> described(Hdf5 hdf, int[] units, Optional<UnitLabels.Selection> selection)
            throws UnreadableRecordingException {
        return NwbElectrodes.of(hdf, units).stream()
                .filter(neuron -> selection.isEmpty() || selection.get().takes().test(neuron.neuron()))
                .toList();
    }

    /** The neuron of each unit: its id, unless ids repeat or are beyond 31 bits. */
    private static int[] units(Hdf5 hdf, int trains, UnitNames names, List<String> notes)
            throws UnreadableRecordingException {
        if (!hdf.hasOptional(IDS)) {
            notes.add("the units have no ids, so they are numbered by their row from 0");
            return IntStream.range(0, trains).toArray();
        }
        Optional<String[]> texts = hdf.texts(IDS);
        long[] ids = texts.isPresent() ? new long[texts.get().length] : hdf.wholes(IDS);
        if (ids.length != trains) {
            throw new UnreadableRecordingException(
                    hdf.where(IDS) + ": " + ids.length + " ids for " + trains + " trains; there must be as many");
        }
        Optional<String> repeated = texts.isPresent()
                ? RepeatedIds.note(List.of(texts.get()), "ids", "by their row from 0")
                : RepeatedIds.note(ids, "ids", "by their row from 0");
        if (repeated.isPresent()) {
            notes.add(repeated.get());
            return IntStream.range(0, trains).toArray();
        }
        Object units = texts.isPresent() ? texts.get() : ids;
        return SpikeInterfaceArrays.neurons(units, hdf.where(IDS), names, notes);
    }

    /** Returns the end of each train; a table of one unit may leave it out. */
    private static long[] ends(Hdf5 hdf, int spikes) throws UnreadableRecordingException {
        boolean single = !hdf.hasOptional(ENDS) && hdf.has(IDS) && hdf.wholes(IDS).length == 1;
        return single ? new long[] {spikes} : hdf.wholes(ENDS);
    }

    private static Optional<UnitLabels.Selection> selection(
            Hdf5 hdf, int[] units, ReadOptions options, List<String> notes) throws IOException {
        UnitLabels labels = NwbUnits.labels(hdf, units, notes);
        if (labels.isAbsent() && options.clusters().isEmpty()) {
            return Optional.empty();
        }
        Set<Long> present = Arrays.stream(units).asLongStream().boxed().collect(Collectors.toSet());
        return Optional.of(labels.choose(options.clusters(), present, hdf.where(UNITS)));
    }

    /** NWB has the unit as an attribute whose only value is seconds, so that another one is a contradiction. */
    private static void requireSeconds(Hdf5 hdf, ReadOptions options) throws UnreadableRecordingException {
        Optional<String> unit = hdf.attribute(TIMES, "unit");
        boolean isOther = unit.isPresent()
                && !unit.get().isBlank()
                && UnitOfTime.inName("t_" + unit.get())
                        .filter(UnitOfTime.SECONDS::equals)
                        .isEmpty();
        if (isOther && options.statedUnit().isEmpty()) {
            throw new UnreadableRecordingException(hdf.where(TIMES) + ": its unit is '" + Text.shown(unit.get())
                    + "', and NWB knows only seconds; give --unit s if the times are seconds, else --unit ms, --unit us,"
                    + " or --unit samples with --sample-rate HZ");
        }
    }

    private static void requireUnits(Hdf5 hdf) throws UnreadableRecordingException {
        if (!hdf.hasGroup(UNITS)) {
            List<String> elsewhere = NwbUnits.elsewhere(hdf);
            throw new UnreadableRecordingException(hdf.file()
                    + (elsewhere.isEmpty()
                            ? ": this NWB file has no units: it holds no sorted spikes, only "
                                    + Text.shownAll(hdf.names("")) + "; sort it, and give the result"
                            : ": this NWB file has spikes in " + Text.shownAll(elsewhere) + ", and only those of /units"
                                    + " are read; copy the table there, as in h5copy -i " + hdf.fileName() + " -o "
                                    + hdf.fileName() + " -s " + elsewhere.get(0) + " -d /units"));
        }
        if (hdf.has(IDS) && hdf.isEmpty(IDS)) {
            throw new UnreadableRecordingException(hdf.file() + ": this NWB file has no units: /units is empty");
        }
        if (!hdf.has(TIMES)) {
            throw new UnreadableRecordingException(hdf.file() + ": the units of this NWB file have no spikes:"
                    + " /units/spike_times " + hdf.absence(TIMES) + "; there is " + Text.shownAll(hdf.names(UNITS)));
        }
    }

    private static Recording selected(long[] times, int[] neurons, Optional<UnitLabels.Selection> selection) {
        if (selection.isEmpty()) {
            return Recording.sorting(times, neurons);
        }
        SpikeBlock spikes = new SpikeBlock();
        for (int k = 0; k < times.length; k++) {
            if (selection.get().takes().test(neurons[k])) {
                spikes.add(times[k], neurons[k]);
            }
        }
        return Recording.sorting(spikes);
    }
}
