package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the architecture names classes that exist, and every name is that of one class. */
class ArchitectureDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final String WALK = "## From a `SpikeBatch` to a `PruningEvent`";
    private static final int MOST_LINES = 15;
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)`");

    @Test
    void theWayOfASpikeNamesClassesThatExistInAtMostFifteenLines() throws IOException {
        // Given
        String document = Files.readString(ROOT.resolve("docs/architecture.md"));
        String section = document.substring(document.indexOf(WALK) + WALK.length());
        section = section.substring(0, section.indexOf("\n## "));

        // When
        List<String> named = CLASS.matcher(section)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !isRecord(name))
                .distinct()
                .toList();
        String walk = section.strip().split("\n\n")[0];

        // Then
        assertThat(named).hasSizeGreaterThan(30).isSubsetOf(classes().keySet());
        assertThat(walk.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void aNameOfAClassIsUsedOnce() throws IOException {
        assertThat(classes().values()).filteredOn(files -> files.size() > 1).isEmpty();
    }

    /** Avro generates the classes of records. */
    private static boolean isRecord(String name) {
        return List.of("SpikeBatch", "PruningEvent").contains(name);
    }

    /** Returns the source files of all modules, main and test, by the name of their class. */
    private static Map<String, List<Path>> classes() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(module -> module.resolve("src"))
                    .filter(Files::exists)
                    .toList()) {
                addSources(sources, files);
            }
        }
        return files.stream().collect(Collectors.groupingBy(ArchitectureDocumentTest::className));
    }

    private static void addSources(Path directory, List<Path> to) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .forEach(to::add);
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
