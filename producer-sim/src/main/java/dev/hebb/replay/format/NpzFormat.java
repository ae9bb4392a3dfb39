package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A NumPy archive with one array of times and one of ids, equally long, found by usual names. Floating-point times are
 * seconds; whole ones are microseconds if the name says so.
 */
final class NpzFormat {
    private static final String FORMAT = "NumPy archive (.npz)";
    private static final Set<String> TIMES =
            Set.of("times", "time", "t", "spike_times", "spiketimes", "timestamps", "times_us", "time_us", "t_us");
    private static final Set<String> IDS = Set.of(
            "ids",
            "id",
            "neurons",
            "neuron",
            "units",
            "unit",
            "clusters",
            "cluster",
            "spike_ids",
            "spike_clusters",
            "unit_ids",
            "senders");

    private static final String SUFFIX = ".npy";

    private NpzFormat() {}

    static RecordingFile open(Path file) throws IOException {
        return RecordingFile.of(file.getFileName().toString(), FORMAT, read(file));
    }

    private static Recording read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String timesName = choose(file, zip, TIMES, "times");
            String idsName = choose(file, zip, IDS, "ids");
            long[] times = times(zip, timesName, file + ", array '" + timesName + "'");
            int[] neurons = neurons(zip, idsName, file + ", array '" + idsName + "'");
            if (times.length != neurons.length) {
                throw new UnreadableRecordingException(file + ": array '" + timesName + "' has " + times.length
                        + " numbers and '" + idsName + "' " + neurons.length
                        + "; each spike needs a time and an id");
            }
            return Recording.sorting(times, neurons);
        }
    }

    private static String choose(Path file, ZipFile zip, Set<String> known, String what) throws IOException {
        List<String> names = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
        List<String> found = names.stream()
                .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (found.size() != 1) {
            throw new UnreadableRecordingException(file + ": " + (found.isEmpty() ? "no" : "more than one")
                    + " array of " + what + " among " + names + "; save one array of times (float, seconds)"
                    + " and one of ids (integers) with numpy.savez(file, times=..., ids=...)");
        }
        return found.get(0);
    }

    private static NpyArray column(ZipFile zip, String name, String where) throws IOException {
        NpyArray array = NpyArray.read(zip.getInputStream(zip.getEntry(name + SUFFIX)), where);
        if (!array.isColumn()) {
            throw new UnreadableRecordingException(
                    where + ": expected one column, found shape " + Arrays.toString(array.shape()));
        }
        return array;
    }

    private static long[] times(ZipFile zip, String name, String where) throws IOException {
        NpyArray array = column(zip, name, where);
        if (array.isFloatingPoint()) {
            return Seconds.toMicros(Numbers.toDoubles(array.data(), where), where);
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith("_us")) {
            throw new UnreadableRecordingException(where + ": whole-number times could be in any unit; save seconds"
                    + " in floating point, or microseconds under the name 'time_us'");
        }
        return Numbers.toLongs(array.data(), where);
    }

    private static int[] neurons(ZipFile zip, String name, String where) throws IOException {
        return Numbers.toNeurons(Numbers.toLongs(column(zip, name, where).data(), where), where);
    }
}
