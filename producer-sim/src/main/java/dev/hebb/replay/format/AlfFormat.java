package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder of ALF, in which the International Brain Laboratory and others publish sorted spikes: {@code spikes.times}
 * in seconds, {@code spikes.clusters}, and attributes of clusters and channels. {@link AlfFiles} finds the files,
 * {@link AlfClusters} reads labels and positions.
 */
final class AlfFormat implements RecordingFormat {
    static final String TIMES = "spikes.times";
    private static final String CLUSTERS = "spikes.clusters";
    private static final String ARRAY = "npy";

    @Override
    public String name() {
        return "ALF folder";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.CLUSTERS, Name.UNIT, Name.SAMPLE_RATE);
    }

    @Override
    public boolean isFormOf(Content content) throws IOException {
        return content.isFolder()
                && new AlfFiles(content.path()).find(TIMES, ARRAY).isPresent();
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        AlfFiles files = new AlfFiles(content.path());
        Path timesFile = files.find(TIMES, ARRAY).orElseThrow();
        Path clustersFile = files.find(CLUSTERS, ARRAY)
                .orElseThrow(() -> new UnreadableRecordingException(content.path() + ": there is " + TIMES
                        + ".npy but no " + CLUSTERS + ".npy, which says whose spikes they are"));
        List<String> notes = new ArrayList<>();
        SpikeClock clock = Times.usually(UnitOfTime.SECONDS, options, timesFile.toString());
        Object times = column(timesFile);
        long[] micros = clock.micros(times, timesFile.toString());
        long[] clusters = Numbers.toWhole(column(clustersFile), clustersFile.toString());
        if (micros.length != clusters.length) {
            throw new UnreadableRecordingException(content.path() + ": " + files.shown(timesFile) + " has "
                    + micros.length + " entries and " + files.shown(clustersFile) + " " + clusters.length
                    + "; they must have as many, of one revision");
        }
        clock.loss(times).ifPresent(notes::add);
        revision(files, timesFile, notes);
        Set<Long> present = Arrays.stream(clusters).boxed().collect(Collectors.toSet());
        UnitLabels.Selection selection = AlfClusters.labels(files, options, notes)
                .choose(options.clusters(), present, content.path().toString());
        Recording recording = selected(micros, clusters, selection, clustersFile.toString());
        notes.add(selection.note(micros.length - recording.spikes()));
        Times.requireBelievable(recording, clock, options, timesFile.toString()).ifPresent(notes::add);
        Set<Long> taken = present.stream().filter(selection.takes()::test).collect(Collectors.toSet());
        return RecordingFile.of(content.name(), name(), recording)
                .noting(notes)
                .describing(AlfClusters.places(files, taken));
    }

    private static void revision(AlfFiles files, Path times, List<String> notes) {
        Optional<Path> parent = Optional.ofNullable(times.getParent());
        parent.filter(place -> !place.equals(files.folder()))
                .ifPresent(place -> notes.add("the spikes are those of revision " + place.getFileName()
                        + "; of each file, the last revision is taken"));
    }

    private static Recording selected(long[] micros, long[] clusters, UnitLabels.Selection selection, String where)
            throws IOException {
        SpikeBlock spikes = new SpikeBlock();
        for (int k = 0; k < micros.length; k++) {
            if (selection.takes().test(clusters[k])) {
                spikes.add(micros[k], Numbers.toNeuron(clusters[k], where, k));
            }
        }
        return Recording.sorting(spikes);
    }

    private static Object column(Path file) throws IOException {
        NpyArray array = NpyArray.read(file);
        if (!array.isColumn() || array.isStructured()) {
            throw new UnreadableRecordingException(file + ": expected one column of numbers, found shape "
                    + Arrays.toString(array.header().shape()));
        }
        return array.data();
    }
}
