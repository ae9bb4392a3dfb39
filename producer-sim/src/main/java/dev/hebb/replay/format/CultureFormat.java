package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout in which cultures on electrode arrays were published by Eglen et al. 2014 (GigaScience 3:3): {@code /spikes}
 * in seconds, train after train; {@code /sCount}, how many each train has; {@code /names}, such as {@code ch_12A_unit_0};
 * {@code /meta/age} in days; {@code /recordingtime}, begin and end in seconds.
 *
 * <p>A neuron's id is its electrode's number (12 above), plus 1000 times the number of the unit on it, so that the same
 * electrode is the same neuron on every day of a culture's life.
 */
final class CultureFormat {
    private static final Pattern NAME = Pattern.compile("ch_(\\d{1,3})[A-Za-z]*(?:_unit_(\\d{1,6}))?");
    private static final int UNIT_STEP = 1000;
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final String SPIKES = "spikes";
    private static final String COUNTS = "sCount";

    private CultureFormat() {}

    static RecordingFile open(Hdf5 hdf) throws IOException {
        long[] times = Seconds.toMicros(hdf.doubles(SPIKES), hdf.where(SPIKES));
        long[] ends = hdf.longs(COUNTS).clone();
        Arrays.parallelPrefix(ends, Math::addExact);
        int[] neurons = Trains.spread(ends, neurons(hdf, ends.length), times.length, hdf.where(COUNTS));
        Recording recording = Recording.sorting(times, neurons);
        return new RecordingFile(
                hdf.fileName(),
                "culture HDF5, " + ends.length + " trains",
                extent(hdf, recording),
                age(hdf),
                List.of(),
                recording::source);
    }

    private static int[] neurons(Hdf5 hdf, int trains) throws UnreadableRecordingException {
        String[] names = hdf.strings("names");
        if (names.length != trains) {
            throw new UnreadableRecordingException(hdf.where("names") + ": " + names.length + " names for " + trains
                    + " trains; there must be as many");
        }
        int[] neurons = new int[trains];
        for (int train = 0; train < trains; train++) {
            neurons[train] = neuron(names[train].trim(), hdf.where("names"));
        }
        if (Arrays.stream(neurons).distinct().count() < trains) {
            throw new UnreadableRecordingException(
                    hdf.where("names") + ": two trains are of the same electrode and unit");
        }
        return neurons;
    }

    private static int neuron(String name, String where) throws UnreadableRecordingException {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new UnreadableRecordingException(where + ": '" + name + "' does not say the electrode as in"
                    + " ch_12A_unit_0; export the spikes as CSV with the header neuron,time_us");
        }
        int unit = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return Integer.parseInt(parts.group(1)) + UNIT_STEP * unit;
    }

    private static RecordingFile.Extent extent(Hdf5 hdf, Recording recording) throws UnreadableRecordingException {
        RecordingFile.Extent extent = RecordingFile.Extent.of(recording);
        String path = "recordingtime";
        if (!hdf.has(path)) {
            return extent;
        }
        long[] micros = Seconds.toMicros(hdf.doubles(path), hdf.where(path));
        return micros.length == 2 ? extent.observed(micros[0], micros[1]) : extent;
    }

    private static OptionalLong age(Hdf5 hdf) throws UnreadableRecordingException {
        String path = "meta/age";
        if (!hdf.has(path)) {
            return OptionalLong.empty();
        }
        long days = hdf.longs(path)[0];
        return OptionalLong.of(Math.multiplyExact(days, DAY_MICROS));
    }
}
