package dev.hebb.cli.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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

    private static CliException cannot(String option, Path file, String why, IOException e) {
        return new CliException(
                "cannot write " + file + ": " + why + "; name a file in a folder that is there and yours with "
                        + option,
                e);
    }
}
