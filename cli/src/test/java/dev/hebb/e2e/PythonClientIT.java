package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hebb.app.HebbApp;
import dev.hebb.config.ConfigReader;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Python client's own tests, against a stack. Skipped where the Python (system property {@code hebb.python}, else
 * {@code python3}) is older than 3.10 or lacks a package; nothing is installed.
 */
class PythonClientIT {
    private static final String PYTHON = System.getProperty("hebb.python", "python3");
    private static final Path CLIENT =
            Path.of("..", "clients", "python").toAbsolutePath().normalize();
    private static final String NEEDS = "import sys, confluent_kafka.schema_registry.avro, fastavro, numpy, pandas,"
            + " networkx, pytest, pylsl, zmq; sys.exit(sys.version_info < (3, 10))";

    private final Path directory;

    PythonClientIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theClientsTestsPass() throws Exception {
        assumeTrue(
                hasPackages(),
                () -> PYTHON + " is not Python 3.10 or newer with the packages of 'pip install"
                        + " ./clients/python[frames,test]'; name another with -Dhebb.python");
        try (TemporaryStack temporary = TemporaryStack.start();
                HebbApp app = start(temporary.stack())) {
            ReadyAnswers readiness = new ReadyAnswers();
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> readiness.isReady(app.port()));

            // When
            int exitCode = python(environment(temporary.stack(), app), "-m", "pytest", "-q", "-rs", "tests");

            // Then
            String output = Files.readString(log());
            assertThat(exitCode).as(output).isZero();
            assertThat(output).contains("passed").doesNotContain("no stack");
            output.lines().filter(line -> line.startsWith("SKIPPED")).forEach(System.out::println);
        }
    }

    private boolean hasPackages() throws InterruptedException {
        try {
            return python(Map.of(), "-c", NEEDS) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private HebbApp start(LocalStack stack) throws IOException, InterruptedException {
        Map<String, String> settings = Map.of(
                "http.port",
                "0",
                "streams.state-dir",
                directory.resolve("state").toString(),
                "streams.commit-interval-millis",
                "200");
        return HebbApp.start(ConfigReader.read(settings), stack.connection());
    }

    private static Map<String, String> environment(LocalStack stack, HebbApp app) {
        return Map.of(
                "STACK_BOOTSTRAP", stack.bootstrapServers(),
                "STACK_REGISTRY", stack.schemaRegistry(),
                "STACK_APP", "http://127.0.0.1:" + app.port(),
                "STACK_HEBB", commandLine());
    }

    private static String commandLine() {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " -cp '"
                + System.getProperty("java.class.path") + "' dev.hebb.cli.Main";
    }

    private int python(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(CLIENT.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PYTHONPATH", CLIENT.resolve("src").toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return builder.redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start()
                .waitFor();
    }

    private Path log() {
        return directory.resolve("python.log");
    }
}
