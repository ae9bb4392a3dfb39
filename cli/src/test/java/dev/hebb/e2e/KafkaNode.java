package dev.hebb.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A Kafka node, broker and controller, as a process that can be killed and started again with its data. */
final class KafkaNode implements AutoCloseable {
    private static final Pattern FAILURE = Pattern.compile(" ERROR | FATAL |Exception|^Error");
    private static final int MOST_LINES = 20;

    private final Path directory;
    private final Path settingsFile;
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Process process;

    private KafkaNode(Path directory) {
        this.directory = directory;
        settingsFile = directory.resolve("server.properties");
    }

    /**
     * Formats the storage of a node; {@link #start} starts it.
     *
     * @param settings beside those of {@link #common}
     * @param format more options of Kafka's storage tool, for instance users with their passwords
     */
    static KafkaNode format(Path directory, String cluster, Map<String, String> settings, List<String> format)
            throws IOException {
        KafkaNode node = new KafkaNode(Files.createDirectories(directory));
        Properties properties = new Properties();
        properties.putAll(common(directory.resolve("log")));
        properties.putAll(settings);
        try (var writer = Files.newBufferedWriter(node.settingsFile)) {
            properties.store(writer, null);
        }
        List<String> line = new ArrayList<>(List.of("format", "--cluster-id", cluster));
        line.addAll(List.of("--config", node.settingsFile.toString()));
        line.addAll(format);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exit =
                StorageTool.execute(line.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("cannot format a node's storage: " + output.toString(StandardCharsets.UTF_8));
        }
        // Also when the tests are stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(node::kill, "kill-node"));
        return node;
    }

    /**
     * Formats the storage of a node that is a cluster alone.
     *
     * @param ports of clients and of the controller
     * @param settings beside those that this takes
     */
    static KafkaNode single(Path directory, List<Integer> ports, Map<String, String> settings) throws IOException {
        String here = "PLAINTEXT://127.0.0.1:" + ports.get(0);
        String controller = "127.0.0.1:" + ports.get(1);
        Map<String, String> all = new TreeMap<>(settings);
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@" + controller);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listeners", here + ",CONTROLLER://" + controller);
        all.put("advertised.listeners", here);
        all.put("offsets.topic.replication.factor", "1");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        return format(directory, Uuid.randomUuid().toString(), all, List.of());
    }

    /** Small logs and few threads, so that several nodes fit a small machine. */
    private static Map<String, String> common(Path log) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("log.dirs", log.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.segment.bytes", Integer.toString(16 << 20));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        // A node ends itself when it has not joined its cluster within 1 min, which a busy machine may need.
        settings.put("initial.broker.registration.timeout.ms", "240000");
        return settings;
    }

    /** The same with more variables of its environment. */
    KafkaNode withEnvironment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /**
     * Starts the process; it answers some seconds later.
     *
     * @param jvm more options of the JVM
     */
    void start(String... jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=dev/hebb/stack/logback-service.xml",
                "-Dhebb.log.file=" + log(),
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                settingsFile.toString()));
        command.addAll(1, List.of(jvm));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Stops its time for a while, as a disk does that does not answer. */
    void freeze(Duration pause) throws IOException, InterruptedException {
        long pid = Objects.requireNonNull(process, "not started").pid();
        Signals.send(pid, "STOP");
        try {
            Thread.sleep(pause.toMillis());
        } finally {
            Signals.send(pid, "CONT");
        }
    }

    /** Where its partitions are. */
    Path partitions() {
        return directory.resolve("log");
    }

    /** What kill -9 does. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    /** Deletes all that a topic has on the disk of a node that does not run; the topic exists all the same. */
    void deletePartitions(String topic) throws IOException {
        try (Stream<Path> partitions = Files.list(partitions())) {
            for (Path partition : partitions
                    .filter(path -> path.getFileName().toString().startsWith(topic + "-"))
                    .toList()) {
                try (Stream<Path> files = Files.list(partition)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(partition);
            }
        }
    }

    /**
     * Checks that its process has not ended by itself, for instance because another has its port.
     *
     * @throws IllegalStateException if it has, with what it wrote of its failure
     */
    void requireRunning() {
        Process started = Objects.requireNonNull(process, "not started");
        if (!started.isAlive()) {
            throw new IllegalStateException("the Kafka node of " + directory + " has ended with exit code "
                    + started.exitValue() + ":" + failures(output()) + failures(log()));
        }
    }

    /** The lines of a log that say what failed, without those of the stop that follows. */
    private static String failures(Path file) {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            List<String> failed =
                    lines.filter(line -> FAILURE.matcher(line).find()).toList();
            return "\n" + String.join("\n", failed.subList(Math.max(0, failed.size() - MOST_LINES), failed.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Path output() {
        return directory.resolve("output");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    /** Its data are temporary, so it need not stop cleanly. */
    @Override
    public void close() {
        kill();
    }
}
