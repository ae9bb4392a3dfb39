package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder of Kilosort or Phy: {@code spike_times.npy} in samples, {@code spike_clusters.npy}, {@code sample_rate} in
 * {@code params.py}, and labels by {@link ClusterLabels}. With labels, only clusters that are called good are taken.
 */
final class PhyFormat implements RecordingFormat {
    private static final String TIMES = "spike_times.npy";
    private static final String CLUSTERS = "spike_clusters.npy";
    private static final String TEMPLATES = "spike_templates.npy";

    @Override
    public String name() {
        return "Phy/Kilosort folder";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE, Name.CLUSTERS);
    }

    @Override
    public boolean isFormOf(Content content) {
        return content.hasFile(TIMES);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        Path folder = content.path();
        List<String> notes = new ArrayList<>();
        long[] samples = column(folder, TIMES);
        String unitsFile = Files.exists(folder.resolve(CLUSTERS)) ? CLUSTERS : TEMPLATES;
        long[] clusters = clusters(folder, unitsFile, samples.length, notes);
        BigDecimal rate =
                options.sampleRateHz().isPresent() ? options.sampleRateHz().get() : ParamsFile.sampleRate(folder);
        SampleRate.doubt(rate, options.sampleRateHz().isPresent() ? "--sample-rate" : ParamsFile.NAME)
                .ifPresent(notes::add);
        ClusterLabels labels = ClusterLabels.read(folder);
        notes.addAll(labels.notes());
        Set<Long> present = Arrays.stream(clusters).boxed().collect(Collectors.toSet());
        UnitLabels.Selection selection = labels.labels().choose(options.clusters(), present, folder.toString());
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, Optional.of(rate), folder.toString());
        Recording recording = selected(samples, clusters, clock, selection, folder + ", " + unitsFile);
        notes.add(selection.note(samples.length - recording.spikes()));
        Set<Long> taken = present.stream().filter(selection.takes()::test).collect(Collectors.toSet());
        return RecordingFile.of(content.name(), name(), recording)
                .noting(notes)
                .describing(PhyChannels.of(folder, clusters, taken, labels.sites()));
    }

    private static Recording selected(
            long[] samples, long[] clusters, SpikeClock clock, UnitLabels.Selection selection, String where)
            throws IOException {
        SpikeBlock spikes = new SpikeBlock();
        for (int k = 0; k < samples.length; k++) {
            if (selection.takes().test(clusters[k])) {
                spikes.add(clock.micros(samples[k], where, k), Numbers.toNeuron(clusters[k], where, k));
            }
        }
        return Recording.sorting(spikes);
    }

    /** The cluster of each spike; as Phy does, its template where no person has changed the clusters. */
    private static long[] clusters(Path folder, String file, int spikes, List<String> notes) throws IOException {
        if (Files.notExists(folder.resolve(file))) {
            throw new UnreadableRecordingException(
                    folder + ": " + CLUSTERS + " is missing, and there is no " + TEMPLATES + " either");
        }
        if (file.equals(TEMPLATES)) {
            notes.add("there is no " + CLUSTERS + ", so the clusters are those of " + TEMPLATES + ", as in Phy");
        }
        long[] clusters = column(folder, file);
        if (spikes != clusters.length) {
            throw new UnreadableRecordingException(folder + ": " + TIMES + " has " + spikes + " entries and " + file
                    + " " + clusters.length + "; they must have as many");
        }
        return clusters;
    }

    private static long[] column(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        NpyArray array = NpyArray.read(file);
        if (!array.isColumn() || array.isStructured()) {
            throw new UnreadableRecordingException(file + ": expected one column of whole numbers, found type "
                    + array.type() + " and " + array.header().shape().length + " dimensions");
        }
        return Numbers.toWhole(array.data(), file.toString());
    }
}
