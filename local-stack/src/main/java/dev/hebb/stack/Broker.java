package dev.hebb.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Configures and starts one Kafka node, which is broker and controller (KRaft). */
final class Broker {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Kafka's own default of the heap is 1 GB; this is enough for a laptop's traffic, measured with the benchmark. The
     * second compiler takes more time than its code saves: a broker mostly waits, compresses and adds up checksums,
     * none of which is code that is compiled (docs/adr/047-the-broker-has-one-compiler.md).
     */
    static final List<String> JVM =
            List.of("-Xms256m", "-Xmx512m", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    /** Ten years. By Kafka's default, a week, an app that rests for longer would read all from the beginning. */
    private static final String OFFSETS_KEPT_MINUTES = Integer.toString(10 * 365 * 24 * 60);

    private Broker() {}

    /** Formats the storage if it is new, and starts; the caller waits until the port answers. */
    static ServiceProcess start(DataDirectory directory, StackPorts ports) throws IOException {
        Path settings = writeSettings(directory, ports);
        if (!Files.exists(directory.data(Service.BROKER).resolve("log/meta.properties"))) {
            format(settings);
            // Kafka's tool gives them the permissions of the process that calls it.
            OwnerOnly.close(directory.data(Service.BROKER));
        }
        List<String> command = JavaCommand.ofMain(
                Service.BROKER,
                ServiceLogging.options(JVM, directory.log(Service.BROKER)),
                BrokerMain.class.getName(),
                List.of(settings.toString()));
        return ServiceProcess.start(Service.BROKER, directory, command, Map.of());
    }

    private static Path writeSettings(DataDirectory directory, StackPorts ports) throws IOException {
        Path file = directory.data(Service.BROKER).resolve("server.properties");
        OwnerOnly.createFile(file);
        Properties properties = new Properties();
        properties.putAll(settings(directory.data(Service.BROKER).resolve("log"), ports.kafka()));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Written at each start; changes here are lost.");
        }
        return file;
    }

    static Map<String, String> settings(Path logDirectory, int port) {
        int controllerPort = FreePorts.of(1).get(0);
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        // Voters by address and not in the metadata, so that ports may differ from start to start.
        settings.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "PLAINTEXT://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + port);
        settings.put("log.dirs", logDirectory.toString());
        // A misspelt topic is an error, not a new topic with the wrong settings.
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        internalTopics(settings);
        // One node and few clients: no other broker to wait for, and little memory.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        // The broker compresses results again: at its default level, 6, that was half of its work.
        settings.put("compression.gzip.level", "1");
        // A transaction that begins while the one before is still being completed waits so long before it tries again,
        // 20 ms by default; here that takes a few.
        settings.put("add.partitions.to.txn.retry.backoff.ms", "2");
        return settings;
    }

    /** Kafka's defaults ask for three brokers, and for fifty partitions that take seconds to open. */
    private static void internalTopics(Map<String, String> settings) {
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "4");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("offsets.retention.minutes", OFFSETS_KEPT_MINUTES);
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    static void format(Path settings) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--ignore-formatted",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            settings.toString()
        };
        int exit = StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new StackException(
                    "cannot format the Kafka broker's storage: " + output.toString(StandardCharsets.UTF_8));
        }
    }
}
