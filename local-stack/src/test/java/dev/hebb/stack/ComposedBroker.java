package dev.hebb.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.client.Connection;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The broker of {@code docker-compose.yml} without a container: the command of the file, with the settings of the local
 * broker, which are the same, and Kafka's own main class. Its paths and ports are others.
 */
final class ComposedBroker implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path directory;
    private final int port;
    private final String script;
    private final Path log;
    private @Nullable Process process;
    private int loggedBeforeKill;

    ComposedBroker(Path directory) throws IOException {
        this.directory = directory;
        log = directory.resolve("server.log");
        this.port = FreePorts.of(1).get(0);
        Path data = directory.resolve("data");
        Map<String, String> settings = Broker.settings(data, port);
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        Broker.format(file);
        Path start = executable(directory.resolve("kafka-server-start.sh"), "exec " + java(directory) + " \"$1\"");
        Path run = executable(directory.resolve("run"), "exec " + start + " " + file);
        String controller = settings.getOrDefault("controller.quorum.voters", "");
        // This first, because the directory may be one of /tmp.
        script = command()
                .replace("/tmp/", directory + "/")
                .replace("1@localhost:29093", controller)
                .replace("localhost:29093", controller.substring(controller.indexOf('@') + 1))
                .replace("localhost/29093", "127.0.0.1/" + controller.substring(controller.indexOf(':') + 1))
                .replace("/var/lib/kafka/data", data.toString())
                .replace("/opt/kafka/bin/kafka-server-start.sh", start.toString())
                .replace("/etc/kafka/docker/run", run.toString());
    }

    /** As Docker Compose gives it to bash. */
    private static String command() throws IOException {
        JsonNode command = ComposeFile.services().path("kafka").path("command");
        return command.path(2).asText().replace("$$", "$");
    }

    private static String java(Path directory) {
        List<String> options = ServiceLogging.options(List.of("-Xmx320m"), directory.resolve("server.log"));
        return Path.of(System.getProperty("java.home"), "bin", "java") + " " + String.join(" ", options) + " -cp '"
                + System.getProperty("java.class.path") + "' kafka.Kafka";
    }

    private static Path executable(Path file, String line) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** Starts it; returns when it listens. */
    void start() throws IOException {
        Process started = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("output").toFile()))
                .start();
        process = started;
        Awaitility.await()
                .atMost(TIMEOUT)
                .failFast("the broker has ended", () -> !started.isAlive())
                .ignoreExceptions()
                .until(() -> {
                    try (Socket socket = new Socket("127.0.0.1", port)) {
                        return socket.isConnected();
                    }
                });
    }

    Connection connection() {
        return Connection.to("127.0.0.1:" + port, "");
    }

    /** What kill -9 does; the shell has become the broker. */
    void kill() throws IOException {
        end();
        loggedBeforeKill = Files.readString(log).length();
    }

    private void end() {
        if (process != null) {
            process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    /** What was logged after the kill until a broker began. */
    String loggedByControllerAlone() throws IOException {
        String since = Files.readString(log).substring(loggedBeforeKill);
        return since.substring(0, since.indexOf("BrokerLifecycleManager"));
    }

    @Override
    public void close() {
        end();
    }
}
