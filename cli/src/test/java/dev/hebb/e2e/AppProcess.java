package dev.hebb.e2e;

import dev.hebb.client.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code hebb app} as a process of its own, so that it can be killed. */
final class AppProcess implements AutoCloseable {
    private static final String CLASS_PATH = "-cp";
    private static final int TAIL_CHARACTERS = 4000;

    private final List<String> command;
    private final Path directory;
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    AppProcess(Connection connection, Map<String, String> settings, Path directory) {
        this(connection, settings, directory, "-Xmx384m");
    }

    AppProcess(Connection connection, Map<String, String> settings, Path directory, String heap) {
        this.directory = directory;
        this.log = directory.resolve("app.log");
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                CLASS_PATH,
                System.getProperty("java.class.path"),
                "dev.hebb.cli.Main",
                "app",
                "--data-dir",
                directory.resolve("data").toString(),
                "--bootstrap-servers",
                connection.bootstrapServers(),
                "--schema-registry",
                connection.schemaRegistry(),
                "--topic-prefix",
                connection.topics().prefix(),
                "--http-port",
                "0",
                "--state-dir",
                directory.resolve("state").toString()));
        settings.forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
        // Also when the tests are stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(this::destroy, "kill-app"));
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** The same with more words on its command line. */
    AppProcess with(String... words) {
        command.addAll(List.of(words));
        return this;
    }

    /** The same with more options of its JVM, which win over those that it has. */
    AppProcess withJvm(String... options) {
        command.addAll(command.indexOf("-cp"), List.of(options));
        return this;
    }

    /** The same with more variables of its environment. */
    AppProcess withEnvironment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** The same as a program of other classes; to be called while it does not run. */
    AppProcess of(String classPath) {
        command.set(command.indexOf(CLASS_PATH) + 1, classPath);
        return this;
    }

    void start() throws IOException {
        Files.createDirectories(directory);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    boolean hasEnded() {
        return process == null || !process.isAlive();
    }

    /** Kills the process as kill -9 does: no shutdown hook runs, no store is closed. */
    void kill() {
        end(true);
    }

    /** Stops its time (SIGSTOP): to the cluster it looks dead, but it will go on. */
    void freeze() throws IOException, InterruptedException {
        Signals.send(pid(), "STOP");
    }

    void wake() throws IOException, InterruptedException {
        Signals.send(pid(), "CONT");
    }

    long pid() {
        return Objects.requireNonNull(process, "not started").pid();
    }

    /** Stops it in order (SIGTERM); it can be started again. */
    void stop() {
        end(false);
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The end of its log. */
    String tail() throws IOException {
        String log = log();
        return log.substring(Math.max(0, log.length() - TAIL_CHARACTERS));
    }

    private void end(boolean forcibly) {
        if (process != null) {
            if (forcibly) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
