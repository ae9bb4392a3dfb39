package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the text of all documents is wrapped at 120 columns; tables and code are as wide as they must be. */
class DocumentLinesTest {
    private static final Path ROOT = Path.of("..");
    private static final int COLUMNS = 120;

    @Test
    void textIsWrapped() throws IOException {
        // Given
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(documents::add);
        }
        assertThat(documents).hasSizeGreaterThan(40);

        // When
        List<String> wide = new ArrayList<>();
        for (Path document : documents) {
            wide.addAll(wideLines(document));
        }

        // Then
        assertThat(wide).isEmpty();
    }

    private static List<String> wideLines(Path document) throws IOException {
        List<String> wide = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(document)) {
            code ^= line.startsWith("```");
            boolean text = !code && !line.startsWith("|") && !line.startsWith("    ");
            if (text && line.codePointCount(0, line.length()) > COLUMNS) {
                wide.add(document + ": " + line);
            }
        }
        return wide;
    }
}
