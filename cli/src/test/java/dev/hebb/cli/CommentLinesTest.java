package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that comments of Java sources are wrapped at 120 columns. Spotless wraps code, but no comments. */
class CommentLinesTest {
    private static final Path ROOT = Path.of("..");
    private static final int COLUMNS = 120;

    @Test
    void commentsAreWrapped() throws IOException {
        // Given
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path directory : modules.map(module -> module.resolve("src"))
                    .filter(Files::exists)
                    .toList()) {
                addSources(directory, sources);
            }
        }
        assertThat(sources).hasSizeGreaterThan(1_000);

        // When
        List<String> wide = new ArrayList<>();
        for (Path source : sources) {
            for (String line : Files.readAllLines(source)) {
                boolean comment = line.strip().matches("(/\\*|\\*|//).*");
                if (comment && line.codePointCount(0, line.length()) > COLUMNS) {
                    wide.add(source + ": " + line);
                }
            }
        }

        // Then
        assertThat(wide).isEmpty();
    }

    private static void addSources(Path directory, List<Path> to) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(to::add);
        }
    }
}
