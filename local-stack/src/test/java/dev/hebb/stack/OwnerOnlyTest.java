package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    @Test
    void whatAServiceWritesIsForItsOwnerOnlyFromTheStart(@TempDir Path folder) throws Exception {
        // Given
        DataDirectory directory = new DataDirectory(folder.resolve("data"));

        // When
        ServiceProcess.start(
                        Service.APP,
                        directory,
                        List.of("sh", "-c", "echo log; mkdir store; echo x >store/row"),
                        Map.of())
                .awaitExit();

        // Then
        try (Stream<Path> files = Files.walk(directory.root())) {
            assertThat(files).hasSizeGreaterThan(6).allSatisfy(file -> assertThat(permissions(file))
                    .endsWith("------"));
        }
    }

    @Test
    void closesADirectoryOfAnEarlierVersion(@TempDir Path folder) throws IOException {
        // Given
        Path open = Files.createDirectory(folder.resolve("logs"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        OwnerOnly.create(open);

        // Then
        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    void closesAFileOfAnEarlierVersion(@TempDir Path folder) throws IOException {
        // Given
        Path open = Files.createFile(folder.resolve("server.properties"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        // When
        OwnerOnly.createFile(open);

        // Then
        assertThat(permissions(open)).isEqualTo("rw-------");
    }

    @Test
    void closesWhatOthersHaveWritten(@TempDir Path folder) throws IOException {
        // Given
        Path log = Files.createDirectory(folder.resolve("log"));
        Path written = Files.createFile(log.resolve("meta.properties"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));

        // When
        OwnerOnly.close(folder);

        // Then
        assertThat(permissions(log)).isEqualTo("rwx------");
        assertThat(permissions(written)).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
