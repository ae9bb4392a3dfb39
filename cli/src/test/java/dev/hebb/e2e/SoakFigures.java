package dev.hebb.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

/** The figures of a soak, a line of CSV at a time: memory of the app, and bytes of its state and of the topics. */
final class SoakFigures {
    private static final double MIB = 1 << 20;

    private final Path csv;
    private final AppProcess app;
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

    /** @param state directory of the app's stores */
    SoakFigures(Path csv, AppProcess app, Path state, Admin admin) throws IOException {
        this.csv = csv;
        this.app = app;
        this.state = state;
        this.admin = admin;
        Files.createDirectories(csv.toAbsolutePath().getParent());
        Files.writeString(
                csv,
                "minutes,event_hours,spikes,kills,app_rss_mib,state_mib,changelogs_mib,frames_and_reports_mib,"
                        + "spikes_mib,results_mib,of_kafka_mib\n");
    }

    /**
     * Adds a line; sizes of topics are those of all replicas together.
     *
     * @param eventMicros event time that every shard has closed
     * @param spikes in closed windows
     */
    void note(long eventMicros, long spikes, int kills) throws Exception {
        Map<Part, Long> topics = topics();
        String line = String.format(
                Locale.ROOT,
                "%.1f,%.2f,%d,%d,%.0f,%.1f,%.1f,%.1f,%.1f,%.1f,%.1f%n",
                (System.nanoTime() - beginNanos) / 60e9,
                eventMicros / 3600e6,
                spikes,
                kills,
                residentBytes() / MIB,
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

    /** Of Linux, which says it in kB; 0 elsewhere. */
    private long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(app.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    private static long bytes(Path directory) throws IOException {
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
