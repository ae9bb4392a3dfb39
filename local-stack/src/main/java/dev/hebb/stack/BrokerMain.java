package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;

/** Main class of the broker's process: Kafka's own, after a {@link FencingController} where the broker was killed. */
public final class BrokerMain {
    /** Kafka writes it when it stops in order, and deletes it when it starts. */
    private static final String STOPPED_IN_ORDER = ".kafka_cleanshutdown";

    private static final String METADATA = "__cluster_metadata-0";

    private BrokerMain() {}

    /** Starts the broker whose file of settings is the only argument. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(reader);
        }
        if (wasKilled(Path.of(settings.getProperty("log.dirs")))) {
            FencingController.run(settings);
        }
        Kafka.main(arguments);
    }

    private static boolean wasKilled(Path logDirectory) {
        return Files.exists(logDirectory.resolve(METADATA)) && !Files.exists(logDirectory.resolve(STOPPED_IN_ORDER));
    }
}
