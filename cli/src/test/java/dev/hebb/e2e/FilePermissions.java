package dev.hebb.e2e;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Permissions of files as {@code ls} shows them, while services delete some of the files. */
final class FilePermissions extends SimpleFileVisitor<Path> {
    private final Map<Path, String> found = new TreeMap<>();

    private FilePermissions() {}

    /** Those of a directory and of all below it that are still there when they are looked at. */
    static Map<Path, String> below(Path root) throws IOException {
        FilePermissions permissions = new FilePermissions();
        Files.walkFileTree(root, permissions);
        return permissions.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        return note(directory, "d");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        return note(file, "-");
    }

    private FileVisitResult note(Path file, String kind) throws IOException {
        try {
            found.put(file, kind + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException deleted) {
            return FileVisitResult.SKIP_SUBTREE;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        return continued(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : continued(failure);
    }

    private static FileVisitResult continued(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
