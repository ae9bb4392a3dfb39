package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that says which process runs a service, for {@code down} and for the next {@code up}.
 *
 * <p>Two lines: the process id, and the start time in milliseconds since the epoch, because ids are used again.
 */
final class PidFile {
    /** The operating system computes start times from a boot time that changes when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private PidFile() {}

    static void write(Path file, ProcessHandle process) throws IOException {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        OwnerOnly.createFile(file);
        Files.write(file, List.of(Long.toString(process.pid()), Long.toString(started)));
    }

    /** The process, if it still runs and has not been replaced by another with its id. */
    static Optional<ProcessHandle> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(lines.get(0));
            Instant started = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
            return ProcessHandle.of(pid)
                    .filter(process -> !ProcessEnd.hasEnded(process))
                    .filter(process -> isSame(process, started));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // Half written by a machine that went down: nothing of it can still run.
            return Optional.empty();
        }
    }

    private static boolean isSame(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
