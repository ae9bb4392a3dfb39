package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandStartedAppTest {
    @Test
    void anAppThatTheStackStartedIsNoOtherApp(@TempDir Path folder) throws Exception {
        // Given: the stack has noted the process that it started, which is this one
        DataDirectory directory = new DataDirectory(folder);
        Files.createDirectories(directory.run());
        PidFile.write(directory.pidFile(Service.APP), ProcessHandle.current());

        // When
        HandStartedApp.register(directory);

        // Then: it is stopped once
        assertThat(Shutdown.running(directory))
                .extracting(ServiceProcess::service)
                .containsExactly(Service.APP);
    }

    @Test
    void theFileOfAnAppThatWasKilledIsRemoved(@TempDir Path folder) throws Exception {
        // Given
        DataDirectory directory = new DataDirectory(folder);
        Files.createDirectories(directory.run());
        Process killed = new ProcessBuilder("sleep", "60").start();
        Path file = directory.run().resolve("app-" + killed.pid() + ".pid");
        PidFile.write(file, killed.toHandle());
        killed.destroyForcibly().waitFor();

        // When
        HandStartedApp.register(directory);

        // Then
        assertThat(file).doesNotExist();
    }
}
