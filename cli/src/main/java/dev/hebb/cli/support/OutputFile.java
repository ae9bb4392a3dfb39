package dev.hebb.cli.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file to be written that an option names. An error says which file, why, and what to do. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * A function that writes a file.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Writing<T> {
        T to(Path file) throws IOException;
    }

    /**
     * Checks that a file can be written, before the work whose result it is for.
     *
     * @param option that named the file
     * @throws CliException if the file cannot be written
     */
    public static void require(String option, Path file) {
        write(option, file, path -> {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new NoSuchFileException(path.toString());
            } else if (Files.isDirectory(path)) {
                throw new FileSystemException(path.toString());
            } else if (!Files.isWritable(Files.exists(path) || folder == null ? path : folder)) {
                throw new AccessDeniedException(path.toString());
            }
            return path;
        });
    }

    /**
     * Writes a file, or opens one for writing.
     *
     * @param option that named the file
     * @throws CliException if the file cannot be written
     */
    public static <T> T write(String option, Path file, Writing<T> writing) {
        try {
            return writing.to(file);
        } catch (NoSuchFileException e) {
            throw cannot(option, file, "its folder does not exist", e);
        } catch (AccessDeniedException e) {
            throw cannot(option, file, "permission is denied", e);
        } catch (IOException e) {
            throw cannot(option, file, Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Writes a file as a whole: if that fails, what was there before stays. What is there and no file, such as a pipe
     * or a device, is written to as it is.
     *
     * @param option that named the file
     * @throws CliException if the file cannot be written
     */
    public static void replace(String option, Path file, byte[] content) {
        write(option, file, path -> {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return Files.write(path, content);
            }
            Path target = Files.exists(path) ? path.toRealPath() : path;
            Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(part, content);
                return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    private static CliException cannot(String option, Path file, String why, IOException e) {
        return new CliException(
                "cannot write " + file + ": " + why + "; name a file in a folder that is there and yours with "
                        + option,
                e);
    }
}
