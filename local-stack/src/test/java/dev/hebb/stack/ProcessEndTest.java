package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "Z, 1, true",
        // Its first thread has ended, but others hold its ports.
        "Z, 3, false",
        "S, 1, false",
    })
    void allThreadsHaveEnded(String state, int threads, boolean ended) {
        String line =
                "12 (x) Z 1 (y) " + state + " 1 12 12 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 " + threads + " 0 91 0 0\n";

        assertThat(ProcessEnd.isZombie(line)).isEqualTo(ended);
    }
}
