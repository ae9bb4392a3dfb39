package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manifests in {@code deploy/kubernetes} fit Kubernetes' schemas, which the Python package
 * {@code kubernetes-validate} has. Skipped where the Python (system property {@code hebb.python}, else {@code python3})
 * lacks it.
 */
class KubernetesSchemasTest {
    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    private static final String PYTHON = System.getProperty("hebb.python", "python3");
    private static final String OLDEST = "1.25";
    private static final String VALIDATE = """
            import sys, yaml, kubernetes_validate
            version = sys.argv[1] or kubernetes_validate.latest_version()
            for file in sys.argv[2:]:
                for manifest in yaml.safe_load_all(open(file)):
                    kubernetes_validate.validate(manifest, version, strict=True)
            """;

    @BeforeAll
    static void requireSchemas() throws IOException, InterruptedException {
        assumeThat(python("import kubernetes_validate", List.of()))
                .as("needs 'pip install kubernetes-validate'; name the Python with -Dhebb.python")
                .endsWith("exit code 0");
    }

    /** An empty version is the newest one that the package knows. */
    @ParameterizedTest
    @ValueSource(strings = {OLDEST, ""})
    void manifestsFit(String version) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(version));
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> !file.endsWith("kustomization.yaml")).forEach(file -> arguments.add(file.toString()));
        }
        assertThat(python(VALIDATE, arguments)).endsWith("exit code 0");
    }

    @Test
    void aWrongFieldIsFound(@TempDir Path folder) throws IOException, InterruptedException {
        String wrong = Files.readString(FOLDER.resolve("statefulset.yaml")).replace("readinessProbe", "readyProbe");
        Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong);
        assertThat(python(VALIDATE, List.of(OLDEST, file.toString())))
                .contains("'readyProbe' was unexpected")
                .endsWith("exit code 1");
    }

    private static String python(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", program));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said + "exit code " + process.waitFor();
        } catch (IOException noPython) {
            return String.valueOf(noPython.getMessage());
        }
    }
}
