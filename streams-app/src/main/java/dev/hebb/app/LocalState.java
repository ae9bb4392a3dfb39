package dev.hebb.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of an instance on its disk: the stores, which Kafka has too, and beside them the name of the instance.
 *
 * @param directory where the stores of all applications lie
 * @param applicationId this application
 */
record LocalState(Path directory, String applicationId) {
    private static final Logger LOGGER = LoggerFactory.getLogger(LocalState.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String NAME_ENDING = ".instance";

    /**
     * The name that the instance keeps over restarts, as a member of the consumer group; a new one at the first start.
     * Only one process at a time can use a state directory, so that no two members have the same name.
     *
     * @throws IOException if the directory cannot be read or written
     */
    String instance() throws IOException {
        Path file = directory.resolve(applicationId + NAME_ENDING);
        try {
            return UUID.fromString(Files.readString(file).strip()).toString();
        } catch (NoSuchFileException firstStart) {
            return createInstance(file);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + " should have the name of this instance, and has something else; delete it", e);
        }
    }

    private String createInstance(Path file) throws IOException {
        Files.createDirectories(directory);
        String instance = UUID.randomUUID().toString();
        Path unfinished = directory.resolve(file.getFileName() + ".new");
        Files.writeString(unfinished, instance + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return instance;
    }

    /**
     * Lets only the owner enter the directories; Kafka Streams lets the group do so, too, each time when it starts.
     * Where the directory belongs to another user, as volumes may, that of the stores is closed alone.
     */
    void closeToOthers() {
        for (Path open : List.of(directory, directory.resolve(applicationId))) {
            try {
                Files.setPosixFilePermissions(open, OWNER_ONLY);
            } catch (IOException | UnsupportedOperationException e) {
                LOGGER.warn("other users may be able to read {}: {}", open, e.toString());
            }
        }
    }

    /** Deletes the stores; the name stays. */
    void delete() throws IOException {
        Path stores = directory.resolve(applicationId);
        try (Stream<Path> files = Files.walk(stores)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw new IOException("cannot delete the stores in " + stores, e);
        }
    }
}
