package dev.hebb.bench.offline;

import dev.hebb.replay.Recording;
import dev.hebb.synapse.NeuronPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A recording of a network whose wiring is known, as CSV files with a header line: spikes "neuron,microseconds", plain
 * or gzip, and synapses "pre,post,weight", where a weight below 0 is inhibition.
 *
 * @param name how a table names it
 * @param spikesFile of its spikes
 * @param edgesFile of its synapses
 */
record KnownRecording(String name, Path spikesFile, Path edgesFile) {
    private static final long MINUTE_MICROS = 60_000_000;
    private static final String EDGES = ".edges.csv";

    /**
     * The recordings in a directory: of the two known networks by others, those that are there, and every
     * NAME.edges.csv that lies directly in it, with its NAME.csv.
     */
    static List<KnownRecording> under(Path directory) throws IOException {
        Path spycon = directory.resolve("groundtruth-spycon/derived");
        Path tspe = directory.resolve("groundtruth-tspe");
        List<KnownRecording> recordings = new ArrayList<>();
        recordings.add(new KnownRecording(
                "spycon", spycon.resolve("spikes_us.csv"), spycon.resolve("ground_truth_edges.csv")));
        recordings.add(new KnownRecording(
                "tspe", tspe.resolve("BA_new_sim7_100.csv.gz"), tspe.resolve("BA_new_sim7_100.edges.csv")));
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(EDGES)).sorted().forEach(edges -> {
                String file = edges.toString();
                String stem = file.substring(0, file.length() - EDGES.length());
                String name = Path.of(stem).getFileName() + "";
                recordings.add(new KnownRecording(name, Path.of(stem + ".csv"), edges));
            });
        }
        recordings.removeIf(recording -> !Files.exists(recording.edgesFile()));
        return recordings;
    }

    /** Its spikes, in order of time. */
    Recording spikes() throws IOException {
        List<String[]> rows = cells(spikesFile);
        return Recording.sorting(
                rows.stream().mapToLong(row -> Long.parseLong(row[1])).toArray(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray());
    }

    /** End of the minute of its last spike. */
    long untilMicros() throws IOException {
        long last = cells(spikesFile).stream()
                .mapToLong(row -> Long.parseLong(row[1]))
                .max()
                .orElse(0);
        return (last / MINUTE_MICROS + 1) * MINUTE_MICROS;
    }

    /** Neurons that fired. */
    int neurons() throws IOException {
        return (int) cells(spikesFile).stream().map(row -> row[0]).distinct().count();
    }

    /** Its synapses of one sign. */
    Set<NeuronPair> synapses(boolean inhibitory) throws IOException {
        return cells(edgesFile).stream()
                .filter(row -> Double.parseDouble(row[2]) < 0 == inhibitory)
                .map(row -> new NeuronPair(Integer.parseInt(row[0]), Integer.parseInt(row[1])))
                .collect(Collectors.toSet());
    }

    private static List<String[]> cells(Path csv) throws IOException {
        try (InputStream file = Files.newInputStream(csv);
                InputStream plain = csv.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }
}
