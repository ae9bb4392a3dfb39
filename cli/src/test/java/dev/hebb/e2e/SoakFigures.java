package dev.hebb.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

/** The figures of a long test, a line of CSV at a time: memory of the app, and bytes of its state and of the topics. */
final class SoakFigures {
    private static final double MIB = 1 << 20;

    private final Path csv;
    private final AppMemory memory;
    private final Path state;
    private final Admin admin;
    private final long beginNanos = System.nanoTime();

    /** Topics by what they hold. */
    private enum Part {
        CHANGELOGS,
        FRAMES_AND_REPORTS,
        SPIKES,
        RESULTS,
        OF_KAFKA;

        static Part of(String topic) {
            if (topic.startsWith("__")) {
                return OF_KAFKA;
            }
            if (topic.endsWith("-changelog")) {
                return CHANGELOGS;
            }
            if (topic.endsWith("-repartition")) {
                return FRAMES_AND_REPORTS;
            }
            return topic.contains("spikes") ? SPIKES : RESULTS;
        }
    }

    /**
     * @param own heading of the columns that the test has for itself
     * @param state directory of the app's stores
     */
    SoakFigures(Path csv, String own, AppMemory memory, Path state, Admin admin) throws IOException {
        this.csv = csv;
        this.memory = memory;
        this.state = state;
        this.admin = admin;
        Files.createDirectories(csv.toAbsolutePath().getParent());
        Files.writeString(
                csv,
                "minutes,event_hours,spikes," + own + ",app_rss_mib,app_heap_mib,state_mib,changelogs_mib,"
                        + "frames_and_reports_mib,spikes_mib,results_mib,of_kafka_mib\n");
    }

    /**
     * Adds a line; sizes of topics are those of all replicas together.
     *
     * @param windows whose event time every shard has closed
     * @param own values of the test's own columns
     */
    void note(SoakWindows windows, Object... own) throws Exception {
        Map<Part, Long> topics = topics();
        String ofTest = Arrays.stream(own).map(String::valueOf).collect(Collectors.joining(","));
        String line = String.format(
                Locale.ROOT,
                "%.1f,%.2f,%d,%s,%.0f,%.0f,%.1f,%.1f,%.1f,%.1f,%.1f,%.1f%n",
                (System.nanoTime() - beginNanos) / 60e9,
                SoakNetwork.closedMicros(windows) / (double) SoakNetwork.HOUR_MICROS,
                windows.spikes(),
                ofTest,
                memory.residentBytes() / MIB,
                memory.heapBytes() / MIB,
                bytes(state) / MIB,
                topics.getOrDefault(Part.CHANGELOGS, 0L) / MIB,
                topics.getOrDefault(Part.FRAMES_AND_REPORTS, 0L) / MIB,
                topics.getOrDefault(Part.SPIKES, 0L) / MIB,
                topics.getOrDefault(Part.RESULTS, 0L) / MIB,
                topics.getOrDefault(Part.OF_KAFKA, 0L) / MIB);
        Files.writeString(csv, line, StandardOpenOption.APPEND);
        System.out.print(line);
    }

    private Map<Part, Long> topics() throws Exception {
        Map<Part, Long> bytes = new EnumMap<>(Part.class);
        List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        for (Map<String, LogDirDescription> directories :
                admin.describeLogDirs(brokers).allDescriptions().get().values()) {
            directories.values().forEach(directory -> directory
                    .replicaInfos()
                    .forEach((partition, replica) ->
                            bytes.merge(Part.of(partition.topic()), replica.size(), Long::sum)));
        }
        return bytes;
    }

    private static long bytes(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(SoakFigures::size).sum();
        } catch (UncheckedIOException compacted) {
            return bytes(directory);
        }
    }

    /** 0 of what RocksDB has deleted meanwhile. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException deleted) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
