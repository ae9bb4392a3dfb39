package dev.hebb.bench;

import dev.hebb.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;

/** Bytes that the state of a closed application takes on disk and in the broker. */
final class StateCost {
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

    /** Bytes of one store on disk, in all its partitions. */
    long diskBytes(String store) throws IOException {
        Path name = Path.of(store);
        return diskBytes(path -> path.endsWith(name.resolve(path.getFileName())));
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
        try (Admin admin = Admin.create(connection.clientProperties())) {
            List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(logs -> logs.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(applicationId + "-")
                            && replica.getKey().topic().endsWith(suffix))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }

    /** Loses the local state, as with the disk of a machine. */
    void lose() throws IOException {
        Utils.delete(directory.toFile());
    }
}
