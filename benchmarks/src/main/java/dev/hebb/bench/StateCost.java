package dev.hebb.bench;

import dev.hebb.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;

/** Bytes that the state of a closed application takes on disk and in the broker. */
final class StateCost {
    private static final String CHANGELOG = "-changelog";

    private final Connection connection;
    private final String applicationId;
    private final Path directory;

    /** @param applicationId as Kafka Streams has it: behind the topics' prefix */
    StateCost(BenchCluster cluster, String applicationId) {
        this.connection = cluster.connection();
        this.applicationId = applicationId;
        this.directory = cluster.stateDirectory().resolve(applicationId);
    }

    /** Bytes of all stores on disk. */
    long diskBytes() throws IOException {
        return diskBytes(path -> true);
    }

    /** Bytes of one store on disk, in all its partitions; RocksDB's own settings and manifests among them. */
    long diskBytes(String store) throws IOException {
        return diskBytes(path -> isOf(store, path));
    }

    /** Bytes of one store's tables on disk, in all its partitions: its rows, and the index of each table. */
    long tableBytes(String store) throws IOException {
        return diskBytes(path -> isOf(store, path) && path.toString().endsWith(".sst"));
    }

    private static boolean isOf(String store, Path path) {
        return path.endsWith(Path.of(store).resolve(path.getFileName()));
    }

    private long diskBytes(Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(which)
                    .mapToLong(StateCost::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes in the broker of the topics of this application whose name ends so. */
    long topicBytes(String suffix) throws InterruptedException, ExecutionException {
        return topicBytes().entrySet().stream()
                .filter(topic -> topic.getKey().endsWith(suffix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Bytes in the broker of each changelog, by the name of its store. */
    Map<String, Long> changelogBytes() throws InterruptedException, ExecutionException {
        Map<String, Long> byStore = new TreeMap<>();
        topicBytes().forEach((topic, bytes) -> {
            if (topic.endsWith(CHANGELOG)) {
                byStore.put(topic.substring(applicationId.length() + 1, topic.length() - CHANGELOG.length()), bytes);
            }
        });
        return byStore;
    }

    private Map<String, Long> topicBytes() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(logs -> logs.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(applicationId + "-"))
                    .collect(Collectors.groupingBy(
                            replica -> replica.getKey().topic(),
                            Collectors.summingLong(replica -> replica.getValue().size())));
        }
    }

    /** Deletes the local state, as if the disk of the machine were lost. */
    void lose() throws IOException {
        Utils.delete(directory.toFile());
    }
}
