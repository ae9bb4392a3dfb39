package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session of Neuroscope and Klusters: for each group of electrodes {@code BASE.res.N}, a line with the sample of each
 * spike, and {@code BASE.clu.N}, the number of clusters and then a line with the cluster of each spike; the rate is in
 * {@code BASE.xml}. Cluster 0 holds artefacts and cluster 1 noise, spikes of several cells, as in the manual of
 * Klusters. A neuron is named by group and cluster, as in {@code 3/17}.
 */
final class NeuroscopeFormat implements RecordingFormat {
    private static final Pattern TIMES = Pattern.compile("(.+)\\.res(?:\\.(\\d{1,6}))?");
    private static final String ARTEFACTS = "artefact";
    private static final String NOISE = "noise";

    @Override
    public String name() {
        return "Neuroscope/Klusters folder";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE, Name.VARIABLE, Name.CLUSTERS);
    }

    @Override
    public boolean isFormOf(Content content) throws IOException {
        return content.isFolder() && !bases(content.path()).isEmpty();
    }

    /** Returns whether a file belongs to such a session, which is read as a folder. */
    static boolean isPart(Content content) {
        Matcher name = Pattern.compile("(.+)\\.(?:res|clu)(\\.\\d{1,6})?").matcher(content.name());
        return name.matches() && !content.isFolder() && Text.isText(content.head());
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        Path folder = content.path();
        String base = base(folder, options);
        BigDecimal rate = options.sampleRateHz().isPresent()
                ? options.sampleRateHz().get()
                : NeuroscopeXml.sampleRate(folder.resolve(base + ".xml"));
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, Optional.of(rate), folder.toString());
        List<String> notes = new ArrayList<>();
        SampleRate.doubt(rate, options.sampleRateHz().isPresent() ? "--sample-rate" : base + ".xml")
                .ifPresent(notes::add);
        Spikes spikes = new Spikes(names, clock, options.clusters());
        for (Path times : groups(folder, base)) {
            spikes.read(times);
        }
        notes.addAll(spikes.notes());
        return RecordingFile.of(content.name(), name(), Recording.sorting(spikes.taken))
                .noting(notes)
                .describing(spikes.known);
    }

    private static Set<String> bases(Path folder) throws IOException {
        return times(folder).map(NeuroscopeFormat::base).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String base(Path times) {
        return times.getFileName().toString().replaceFirst("\\.res(\\.\\d+)?$", "");
    }

    /** The files of times, each of which has one of clusters beside it. */
    private static Stream<Path> times(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> TIMES.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(clusters(file)))
                    .toList();
            return found.stream();
        }
    }

    private static Path clusters(Path times) {
        return times.resolveSibling(times.getFileName().toString().replaceFirst("\\.res(\\.\\d+)?$", ".clu$1"));
    }

    private static String base(Path folder, ReadOptions options) throws IOException {
        return WellChoice.one(bases(folder), options, "sessions", folder.toString());
    }

    private static List<Path> groups(Path folder, String base) throws IOException {
        return times(folder)
                .filter(times -> base(times).equals(base))
                .sorted(Comparator.comparingInt(NeuroscopeFormat::group))
                .toList();
    }

    /** The number of the group of electrodes; 1 for a session of one group, whose files have none. */
    private static int group(Path times) {
        Matcher parts = TIMES.matcher(times.getFileName().toString());
        boolean numbered = parts.matches() && parts.group(2) != null;
        return numbered ? Integer.parseInt(parts.group(2)) : 1;
    }

    /** The spikes of all groups. */
    private static final class Spikes {
        private final UnitNames names;
        private final SpikeClock clock;
        private final Optional<ClusterChoice> choice;
        private final SpikeBlock taken = new SpikeBlock();
        private final List<KnownNeuron> known = new ArrayList<>();
        private long artefacts;
        private long noise;
        private int groups;

        Spikes(UnitNames names, SpikeClock clock, Optional<ClusterChoice> choice) throws UnreadableRecordingException {
            this.names = names;
            this.clock = clock;
            this.choice = choice;
            if (choice.isPresent() && !choice.get().ids().isEmpty()) {
                throw new UnreadableRecordingException("--clusters takes 'all', or labels as in good,noise, for a"
                        + " Neuroscope/Klusters folder: each of its groups has a cluster of the same number");
            }
        }

        void read(Path timesFile) throws IOException {
            groups++;
            int group = group(timesFile);
            Path clustersFile = clusters(timesFile);
            long[] samples = numbers(timesFile);
            long[] lines = numbers(clustersFile);
            if (lines.length != samples.length + 1) {
                throw new UnreadableRecordingException(clustersFile + " has " + lines.length + " lines and "
                        + timesFile.getFileName() + " " + samples.length
                        + "; the first must have one more, the number of clusters, and one for each spike");
            }
            TreeMap<Long, Integer> neurons = new TreeMap<>();
            for (int k = 0; k < samples.length; k++) {
                long cluster = lines[k + 1];
                if (cluster < 0) {
                    throw new UnreadableRecordingException(
                            clustersFile + ", line " + (k + 2) + ": " + cluster + " is not a cluster");
                }
                if (takes(cluster)) {
                    int neuron = neurons.computeIfAbsent(cluster, any -> names.number(group + "/" + cluster));
                    taken.add(clock.micros(samples[k], timesFile.toString(), k), neuron);
                } else {
                    artefacts += cluster == 0 ? 1 : 0;
                    noise += cluster == 1 ? 1 : 0;
                }
            }
            neurons.values().forEach(neuron -> known.add(KnownNeuron.of(neuron).on("group " + group)));
        }

        private boolean takes(long cluster) {
            String label = cluster == 0 ? ARTEFACTS : cluster == 1 ? NOISE : "good";
            return choice.map(wanted -> wanted.all() || wanted.labels().contains(label))
                    .orElse(cluster > 1);
        }

        List<String> notes() {
            List<String> notes = new ArrayList<>();
            notes.add(groups + (groups == 1 ? " group" : " groups")
                    + " of electrodes; neurons are numbered by group and cluster: " + names.some());
            if (artefacts + noise > 0) {
                notes.add(artefacts + " spikes of clusters 0 (artefacts) and " + noise
                        + " of clusters 1 (noise, several cells) are left out; --clusters all takes them");
            }
            return notes;
        }

        private static long[] numbers(Path file) throws IOException {
            long[] numbers = new long[1024];
            int count = 0;
            int line = 0;
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                for (String text = in.readLine(); text != null; text = in.readLine()) {
                    line++;
                    if (!text.isBlank()) {
                        numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
                        numbers[count++] = number(text.trim(), file, line);
                    }
                }
            }
            return Arrays.copyOf(numbers, count);
        }

        private static long number(String text, Path file, int line) throws UnreadableRecordingException {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            DecimalField field = new DecimalField();
            long number = field.parse(bytes, 0, bytes.length, false) ? field.whole() : Long.MIN_VALUE;
            if (number == Long.MIN_VALUE) {
                throw new UnreadableRecordingException(
                        file + ", line " + line + ": '" + Text.shown(text) + "' is not a whole number");
            }
            return number;
        }
    }
}
