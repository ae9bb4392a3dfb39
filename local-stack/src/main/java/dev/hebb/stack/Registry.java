package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Configures and starts the schema registry (Apicurio, with Confluent's REST API). */
final class Registry {
    /** The part of the registry's API that is Confluent's. */
    static final String API = "/apis/ccompat/v7";

    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private Registry() {}

    static ServiceProcess start(DataDirectory directory, StackPorts ports) throws IOException {
        Path jar = runnerJar(RegistryHome.find());
        return ServiceProcess.start(
                Service.REGISTRY,
                directory,
                JavaCommand.ofJar(Service.REGISTRY, JVM, jar),
                settings(directory, ports.registry()));
    }

    private static Map<String, String> settings(DataDirectory directory, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("APICURIO_STORAGE_KIND", "sql");
        settings.put("APICURIO_STORAGE_SQL_KIND", "h2");
        // Every commit goes to the file at once: a schema's id must outlive a crash, records carry it.
        settings.put(
                "APICURIO_DATASOURCE_URL",
                "jdbc:h2:file:" + directory.data(Service.REGISTRY).resolve("schemas") + ";WRITE_DELAY=0");
        // Twenty connections at start, and as many to two more data sources, are for servers.
        settings.put("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1");
        settings.put("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1");
        settings.put("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8");
        settings.put("APICURIO_DATASOURCE_BLUE_JDBC_INITIAL_SIZE", "0");
        settings.put("APICURIO_DATASOURCE_BLUE_JDBC_MIN_SIZE", "0");
        settings.put("APICURIO_DATASOURCE_GREEN_JDBC_INITIAL_SIZE", "0");
        settings.put("APICURIO_DATASOURCE_GREEN_JDBC_MIN_SIZE", "0");
        logging(settings, directory.log(Service.REGISTRY));
        return settings;
    }

    private static void logging(Map<String, String> settings, Path logFile) {
        settings.put("QUARKUS_LOG_CONSOLE_ENABLE", "false");
        settings.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false");
        settings.put("QUARKUS_LOG_FILE_ENABLE", "true");
        settings.put("QUARKUS_LOG_FILE_PATH", logFile.toString());
        settings.put("QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE", "10M");
        settings.put("QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "4");
    }

    private static Path runnerJar(Path home) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(home, "*-runner.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new StackException("there is no schema registry in " + home + "; build again with 'mvn package'");
    }
}
