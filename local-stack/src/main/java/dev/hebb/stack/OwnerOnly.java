package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories for their owner only: spikes, commands, logs and state lie in them. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /**
     * Makes a directory with all that are missing above it, each for its owner only from the start. One that is there
     * is closed to others, too.
     *
     * @throws IOException if it cannot be made, or belongs to another user
     */
    public static void create(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        if (!absolute.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(absolute);
            return;
        }
        Files.createDirectories(absolute, PosixFilePermissions.asFileAttribute(DIRECTORY));
        if (!Files.getPosixFilePermissions(absolute).equals(DIRECTORY)) {
            Files.setPosixFilePermissions(absolute, DIRECTORY);
        }
    }

    /** Makes an empty file that only its owner can read. One that is there is closed to others. */
    static void createFile(Path file) throws IOException {
        create(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.exists(file)) {
            if (posix) {
                Files.setPosixFilePermissions(file, FILE);
            }
            return;
        }
        FileAttribute<?>[] attributes =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)} : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
    }

    /** Closes a directory and all that others have written into it, which must not change meanwhile. */
    static void close(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, Files.isDirectory(file) ? DIRECTORY : FILE);
            }
        }
    }
}
