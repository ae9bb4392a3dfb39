package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.stack.DataDirectory;
import dev.hebb.stack.Service;
import dev.hebb.stack.ServiceProcess;
import dev.hebb.stack.Shutdown;
import dev.hebb.stack.StackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code hebb up} starts what does not run and leaves the rest alone. */
@Execution(ExecutionMode.CONCURRENT)
class HealIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int SUBSETS = 1 << Service.values().length;

    private final StackPorts ports = StackPorts.free();
    private final Path root;
    private final Path output;
    private final DataDirectory directory;

    HealIT(@TempDir Path root) {
        this.root = root;
        output = root.resolve("output");
        directory = new DataDirectory(root.resolve("data"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Shutdown.stop(directory, (service, byItself) -> {});
    }

    /** Runs the steps one after the other, because each goes on with the stack that the one before it leaves. */
    @Test
    void healsFromTheFirstStartToTheEnd() throws Exception {
        upStartsWhateverWasKilled();
        everyFileIsForItsOwnerOnly();
        inTheForegroundItStartsAgainWhatEnds();
    }

    private void upStartsWhateverWasKilled() throws Exception {
        // Given
        assertThat(up(ports()).exitCode()).isZero();
        for (int subset = 1; subset < SUBSETS; subset++) {
            Set<Service> killed = subset(subset);
            Map<Service, Long> before = pids();
            for (Service service : killed) {
                ServiceProcess.find(service, directory).orElseThrow().kill();
            }

            // When
            CommandRun healed = up(List.of());

            // Then
            assertThat(healed.err()).as("after %s were killed", killed).isEmpty();
            assertThat(healed.exitCode()).isZero();
            Map<Service, Long> after = pids();
            assertThat(after).containsOnlyKeys(Service.values());
            for (Service service : Service.values()) {
                assertThat(Objects.equals(after.get(service), before.get(service)))
                        .as("%s is the same process after %s were killed", service, killed)
                        .isEqualTo(!killed.contains(service));
            }
            Awaitility.await().atMost(TIMEOUT).until(this::isReady);
        }
    }

    private void everyFileIsForItsOwnerOnly() throws IOException {
        Map<Path, String> permissions = FilePermissions.below(directory.root());
        assertThat(permissions).hasSizeGreaterThan(100);
        assertThat(permissions)
                .allSatisfy((file, found) ->
                        assertThat(found).as("permissions of %s", file).isIn("drwx------", "-rw-------"));
    }

    private void inTheForegroundItStartsAgainWhatEnds() throws Exception {
        // Given
        Process app = appByHand();
        Process up = foreground("up", List.of(), output);
        try {
            Awaitility.await().atMost(TIMEOUT).until(() -> output().contains("Ctrl-C stops it."));
            Map<Service, Long> before = pids();
            assertThat(before).containsEntry(Service.APP, app.pid());

            // When
            ServiceProcess.find(Service.REGISTRY, directory).orElseThrow().kill();

            // Then
            Awaitility.await().atMost(TIMEOUT).until(() -> output().contains("Running again: schema registry."));
            assertThat(output()).contains("Ended by itself: schema registry, process " + before.get(Service.REGISTRY));
            assertThat(pids().get(Service.REGISTRY)).isNotEqualTo(before.get(Service.REGISTRY));
            assertThat(pids().get(Service.BROKER)).isEqualTo(before.get(Service.BROKER));
            assertThat(pids()).containsEntry(Service.APP, app.pid());

            downStopsAll(up, app);
        } finally {
            up.destroyForcibly();
            app.destroyForcibly();
        }
    }

    private void downStopsAll(Process up, Process app) throws Exception {
        // When
        CommandRun down = run("down", List.of());

        // Then
        assertThat(down.out())
                .containsExactly("Stopped the Hebb app.", "Stopped the schema registry.", "Stopped the Kafka broker.");
        assertThat(app.isAlive()).isFalse();
        assertThat(up.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isZero();
        assertThat(output()).contains("Stopped by 'hebb down'.");
        assertThat(pids()).isEmpty();
    }

    private Process appByHand() throws Exception {
        ServiceProcess.find(Service.APP, directory).orElseThrow().kill();
        Process app = foreground("app", List.of("--http-port", Integer.toString(ports.http())), root.resolve("app"));
        Awaitility.await().atMost(TIMEOUT).until(this::isReady);
        assertThat(pids()).containsEntry(Service.APP, app.pid());
        return app;
    }

    private static Set<Service> subset(int bits) {
        Set<Service> subset = EnumSet.allOf(Service.class);
        subset.removeIf(service -> (bits >> service.ordinal() & 1) == 0);
        return subset;
    }

    private List<String> ports() {
        return List.of(
                "--kafka-port", Integer.toString(ports.kafka()),
                "--registry-port", Integer.toString(ports.registry()),
                "--http-port", Integer.toString(ports.http()));
    }

    private CommandRun up(List<String> options) {
        List<String> line = new ArrayList<>(options);
        line.add("--detach");
        return run("up", line);
    }

    private CommandRun run(String command, List<String> options) {
        List<String> line =
                new ArrayList<>(List.of(command, "--data-dir", directory.root().toString()));
        line.addAll(options);
        return CommandRun.of(line.toArray(String[]::new));
    }

    private Process foreground(String command, List<String> options, Path output) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hebb.cli.Main",
                command,
                "--data-dir",
                directory.root().toString()));
        line.addAll(options);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    private Map<Service, Long> pids() {
        Map<Service, Long> pids = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ServiceProcess.find(service, directory).ifPresent(process -> pids.put(service, process.pid()));
        }
        return pids;
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.http() + "/ready"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ready, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
