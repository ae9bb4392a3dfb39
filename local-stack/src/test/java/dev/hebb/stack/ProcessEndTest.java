package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose parent never asks for its exit code, as in a container whose first process is a program. */
class ProcessEndTest {
    /** The second shell has the child of the first, and does not know of it. */
    private static final String PARENT = "sleep 600 & exec sh -c \"echo $!; exec sleep 600\"";

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aServiceWhoseParentNeverAsksHasStopped(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/proc/self/stat")).exists();

        // Given
        Process parent = new ProcessBuilder("sh", "-c", PARENT).start();
        try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            DataDirectory directory = new DataDirectory(folder.resolve("data"));
            PidFile.write(directory.pidFile(Service.BROKER), child);
            ServiceProcess service =
                    ServiceProcess.find(Service.BROKER, directory).orElseThrow();

            // When
            boolean stopped = service.stop();

            // Then
            assertThat(stopped).isTrue();
            assertThat(child.isAlive()).as("the system still knows it").isTrue();
            assertThat(service.isRunning()).isFalse();
            assertThat(ProcessEnd.awaitAny(List.of(parent.toHandle(), child))).isEqualTo(child);
            PidFile.write(directory.pidFile(Service.BROKER), child);
            assertThat(ServiceProcess.find(Service.BROKER, directory)).isEmpty();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatRunsHasNotEnded() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();
        try {
            assertThat(ProcessEnd.await(process.toHandle(), Duration.ofMillis(1)))
                    .isFalse();
        } finally {
            process.destroyForcibly();
        }
        assertThat(ProcessEnd.await(process.toHandle(), SOON)).isTrue();
    }

    @Test
    void aNameWithParenthesesIsNoState(@TempDir Path folder) throws Exception {
        // Given: the name of the program is in the line that says the state.
        Path program = Files.writeString(folder.resolve("x) Z"), "#!/bin/sh\nread never\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        // When
        Process process = new ProcessBuilder(program.toString()).start();

        // Then
        try {
            assertThat(ProcessEnd.hasEnded(process.toHandle())).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }
}
