package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private final Path file;

    PidFileTest(@TempDir Path directory) {
        file = directory.resolve("run/broker.pid");
    }

    @Test
    void findsTheProcessThatWasWritten() throws Exception {
        // When
        PidFile.write(file, ProcessHandle.current());

        // Then
        assertThat(PidFile.read(file)).contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeAnotherProcessOfTheSameNumberForItsOwn() throws Exception {
        // Given
        PidFile.write(file, ProcessHandle.current());
        List<String> lines = Files.readAllLines(file);

        // When
        Files.write(file, List.of(lines.get(0), Long.toString(Long.parseLong(lines.get(1)) - 60_000)));

        // Then
        assertThat(PidFile.read(file)).isEmpty();
    }

    @Test
    void findsNothingWhereTheProcessHasEnded() throws Exception {
        // Given
        Process process = new ProcessBuilder("sleep", "60").start();
        PidFile.write(file, process.toHandle());

        // When
        process.destroyForcibly().waitFor();

        // Then
        assertThat(PidFile.read(file)).isEmpty();
    }

    @Test
    void findsNothingInAHalfWrittenOrMissingFile() throws Exception {
        assertThat(PidFile.read(file)).isEmpty();

        Files.createDirectories(file.getParent());
        Files.writeString(file, "12");
        assertThat(PidFile.read(file)).isEmpty();
    }
}
