package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The layout in which recordings on electrode arrays were published by Eglen et al. 2014 (GigaScience 3:3):
 * {@code /spikes} in seconds, train after train; {@code /sCount}, how many each train has; {@code /names}, such as
 * {@code ch_12A_unit_0} or {@code Ch1.24}; {@code /epos}, positions of electrodes in micrometres; {@code /meta/age} in
 * days; {@code /recordingtime}, begin and end in seconds.
 *
 * <p>A neuron's id is its electrode's number (12 above), plus 1000 times the number of the unit on it, if all names say
 * so and no two are the same. Else names are numbered. In both cases the same name is the same neuron in every file of
 * a culture's life.
 */
final class CultureFormat extends Hdf5Format {
    private static final Pattern NAME = Pattern.compile("ch_(\\d{1,3})[A-Za-z]*(?:_unit_(\\d{1,6}))?");
    private static final Pattern AGE = Pattern.compile(
            "\\s*(?:P|DIV|age)?\\s*(\\d{1,4}(?:\\.\\d{1,9})?)\\s*(?:d|days?|(wk|w|weeks?))?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final BigDecimal WEEK_DAYS = BigDecimal.valueOf(7);
    private static final int UNIT_STEP = 1000;
    private static final BigDecimal DAY_MICROS = BigDecimal.valueOf(86_400_000_000L);
    private static final String SPIKES = "spikes";
    private static final String COUNTS = "sCount";
    private static final String NAMES = "names";
    private static final String PLACES = "epos";

    @Override
    public String name() {
        return "culture HDF5";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.UNIT, Name.SAMPLE_RATE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.has(SPIKES) && hdf.has(COUNTS);
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        SpikeClock clock = Times.usually(UnitOfTime.SECONDS, options, hdf.where(SPIKES));
        long[] times = clock.micros(hdf.numbers(SPIKES), hdf.where(SPIKES));
        long[] ends = hdf.wholes(COUNTS).clone();
        Arrays.parallelPrefix(ends, Math::addExact);
        List<String> notes = new ArrayList<>();
        clock.loss(hdf.numbers(SPIKES)).ifPresent(notes::add);
        int[] ids = neurons(hdf, ends.length, names, notes);
        int[] neurons = SpikeTrains.spread(ends, ids, times.length, hdf.where(COUNTS));
        Recording recording = Recording.sorting(times, neurons);
        Times.requireBelievable(recording, clock, options, hdf.where(SPIKES)).ifPresent(notes::add);
        OptionalLong age = age(hdf, notes);
        return RecordingFile.of(hdf.fileName(), name() + ", " + ends.length + " trains", recording)
                .noting(notes)
                .describing(described(hdf, ids))
                .ofAge(age, extent(hdf, recording));
    }

    /** Names of trains, and positions of their electrodes in micrometres: {@code /epos}, a row of x and one of y. */
    private static List<KnownNeuron> described(Hdf5 hdf, int[] ids) throws UnreadableRecordingException {
        String[] names = hdf.has(NAMES) ? hdf.strings(NAMES) : new String[0];
        double[] places = hdf.has(PLACES) ? hdf.doubles(PLACES) : new double[0];
        boolean placed = places.length == 2 * ids.length;
        List<KnownNeuron> known = new ArrayList<>();
        for (int train = 0; train < ids.length; train++) {
            KnownNeuron neuron = KnownNeuron.of(ids[train]);
            if (train < names.length) {
                neuron = neuron.named(names[train]).on(electrode(names[train].trim()));
            }
            known.add(placed ? neuron.at(places[train], places[ids.length + train], Double.NaN) : neuron);
        }
        return known;
    }

    /** {@code 12} of {@code ch_12A_unit_0}; null for a name that does not say it. */
    private static @Nullable String electrode(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? parts.group(1) : null;
    }

    private static int[] neurons(Hdf5 hdf, int trains, UnitNames numbering, List<String> notes)
            throws UnreadableRecordingException {
        if (!hdf.hasOptional(NAMES)) {
            notes.add(
                    "the trains have no names, so they are numbered from 0; files of one life must have the same order");
            return IntStream.range(0, trains).toArray();
        }
        String[] names = hdf.strings(NAMES);
        if (names.length != trains) {
            throw new UnreadableRecordingException(
                    hdf.where(NAMES) + ": " + names.length + " names for " + trains + " trains; there must be as many");
        }
        Optional<int[]> electrodes = electrodes(names);
        if (electrodes.isPresent()) {
            numbering.requireRule("by electrode, as in ch_12A_unit_0", hdf.where(NAMES));
            return electrodes.get();
        }
        if (Arrays.stream(names).map(String::trim).distinct().count() < trains) {
            throw new UnreadableRecordingException(hdf.where(NAMES) + ": two trains have the same name");
        }
        numbering.requireRule("by name", hdf.where(NAMES));
        int[] neurons = Arrays.stream(names)
                .mapToInt(name -> numbering.number(name.trim()))
                .toArray();
        notes.add("neurons are numbered by name: " + numbering.some());
        return neurons;
    }

    /** The ids that the names say, empty if one does not say it or two are the same. */
    private static Optional<int[]> electrodes(String[] names) {
        int[] neurons = new int[names.length];
        for (int train = 0; train < names.length; train++) {
            Matcher parts = NAME.matcher(names[train].trim());
            if (!parts.matches()) {
                return Optional.empty();
            }
            int unit = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
            neurons[train] = Integer.parseInt(parts.group(1)) + UNIT_STEP * unit;
        }
        boolean distinct = Arrays.stream(neurons).distinct().count() == neurons.length;
        return distinct ? Optional.of(neurons) : Optional.empty();
    }

    private static RecordingFile.Extent extent(Hdf5 hdf, Recording recording) throws UnreadableRecordingException {
        RecordingFile.Extent extent = RecordingFile.Extent.of(recording);
        String path = "recordingtime";
        if (!hdf.hasOptional(path) || recording.spikes() == 0) {
            return extent;
        }
        SpikeClock clock = SpikeClock.of(UnitOfTime.SECONDS, Optional.empty(), hdf.where(path));
        long[] micros = clock.micros(hdf.doubles(path), hdf.where(path));
        return micros.length == 2 ? extent.observed(micros[0], micros[1]) : extent;
    }

    /** The age in days: a number, or as in {@code P11} or {@code 6WK}; a file that does not say it has none. */
    private static OptionalLong age(Hdf5 hdf, List<String> notes) throws UnreadableRecordingException {
        String path = "meta/age";
        if (!hdf.hasOptional(path) || hdf.isEmpty(path)) {
            return OptionalLong.empty();
        }
        Optional<String[]> words = hdf.texts(path);
        String written = words.isPresent() ? words.get()[0] : Double.toString(hdf.doubles(path)[0]);
        Matcher days = AGE.matcher(written);
        if (!days.matches()) {
            notes.add("its age, '" + Text.shown(written) + "', is not a number of days; --age says it");
            return OptionalLong.empty();
        }
        BigDecimal number = new BigDecimal(days.group(1));
        BigDecimal age = days.group(2) == null ? number : number.multiply(WEEK_DAYS);
        return OptionalLong.of(age.multiply(DAY_MICROS).longValue());
    }
}
