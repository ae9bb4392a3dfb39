package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Directories that only their owner can enter: spikes, commands, logs and state lie in them. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> PERMISSIONS = PosixFilePermissions.fromString("rwx------");

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
        Files.createDirectories(absolute, PosixFilePermissions.asFileAttribute(PERMISSIONS));
        if (!Files.getPosixFilePermissions(absolute).equals(PERMISSIONS)) {
            Files.setPosixFilePermissions(absolute, PERMISSIONS);
        }
    }

    /** Makes an empty file that only its owner can read, unless it is there. */
    static void createFile(Path file) throws IOException {
        create(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        if (Files.notExists(file)) {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] attributes = posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                    : new FileAttribute<?>[0];
            Files.createFile(file, attributes);
        }
    }
}
