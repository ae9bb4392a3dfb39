package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of Kilosort or Phy: {@code spike_times.npy} in samples, {@code spike_clusters.npy}, {@code sample_rate} in
 * {@code params.py}, and labels by {@link ClusterLabels}. With labels, only clusters that are called good are replayed.
 */
final class PhyFormat {
    private static final String TIMES = "spike_times.npy";
    private static final String CLUSTERS = "spike_clusters.npy";
    private static final String PARAMS = "params.py";
    private static final Pattern SAMPLE_RATE =
            Pattern.compile("^\\s*sample_rate\\s*=\\s*([0-9][0-9_]*\\.?[0-9]*(?:[eE][+-]?\\d+)?)", Pattern.MULTILINE);

    private PhyFormat() {}

    static RecordingFile open(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(TIMES))) {
            throw new UnreadableRecordingException(
                    folder + " is a folder without " + TIMES + "; give a Phy or Kilosort output folder, or a file");
        }
        long[] samples = column(folder, TIMES);
        long[] clusters = column(folder, CLUSTERS);
        if (samples.length != clusters.length) {
            throw new UnreadableRecordingException(folder + ": " + TIMES + " has " + samples.length + " entries and "
                    + CLUSTERS + " " + clusters.length + "; they must have as many");
        }
        ClusterLabels labels = ClusterLabels.read(folder);
        Recording recording = good(samples, clusters, new SampleClock(sampleRate(folder)), labels, folder);
        return new RecordingFile(
                folder.getFileName() == null
                        ? folder.toString()
                        : folder.getFileName().toString(),
                "Phy/Kilosort folder",
                RecordingFile.Extent.of(recording),
                OptionalLong.empty(),
                notes(labels, samples.length - recording.spikes()),
                recording::source);
    }

    private static Recording good(long[] samples, long[] clusters, SampleClock clock, ClusterLabels labels, Path folder)
            throws IOException {
        String where = folder + ", " + CLUSTERS;
        SpikeBlock spikes = new SpikeBlock();
        for (int k = 0; k < samples.length; k++) {
            if (labels.isGood(clusters[k])) {
                spikes.add(clock.micros(samples[k]), Numbers.toNeuron(clusters[k], where, k));
            }
        }
        return Recording.sorting(spikes);
    }

    private static List<String> notes(ClusterLabels labels, int leftOut) {
        return labels.isEmpty()
                ? List.of("no cluster labels were found, so all clusters are taken")
                : List.of(labels.goodClusters() + " of " + labels.clusters() + " labelled clusters are good; " + leftOut
                        + " spikes of the others are left out");
    }

    private static long[] column(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            throw new UnreadableRecordingException(folder + ": " + name + " is missing");
        }
        NpyArray array = NpyArray.read(Files.newInputStream(file), file.toString());
        if (!array.isColumn() || array.isFloatingPoint()) {
            throw new UnreadableRecordingException(file + ": expected one column of whole numbers, found type "
                    + array.type() + " and " + array.shape().length + " dimensions");
        }
        return Numbers.toLongs(array.data(), file.toString());
    }

    private static BigDecimal sampleRate(Path folder) throws IOException {
        Path file = folder.resolve(PARAMS);
        if (Files.notExists(file)) {
            throw new UnreadableRecordingException(
                    folder + ": " + PARAMS + " is missing; it must say sample_rate = 30000. or what it was");
        }
        Matcher rate = SAMPLE_RATE.matcher(Files.readString(file, StandardCharsets.UTF_8));
        if (!rate.find()) {
            throw new UnreadableRecordingException(file + ": no line sample_rate = NUMBER");
        }
        String digits = rate.group(1).replace("_", "");
        return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
    }
}
