package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a running stack; kept in {@link DataDirectory#stackFile()} while it runs.
 *
 * @param bootstrapServers Kafka's {@code bootstrap.servers}
 * @param schemaRegistry base URL of the registry's Confluent-compatible API
 * @param app base URL of the app, null if the stack runs without
 */
public record StackAddresses(
        String bootstrapServers,
        String schemaRegistry,
        @Nullable String app) {
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    private static final String SCHEMA_REGISTRY = "schema.registry.url";
    private static final String APP = "app.url";

    /**
     * The addresses of the stack that runs in a data directory, if one does. A file that a crash has left does not
     * count.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalStateException if the file has other content
     */
    public static Optional<StackAddresses> ofRunning(DataDirectory directory) {
        return ServiceProcess.find(Service.BROKER, directory).flatMap(broker -> recorded(directory));
    }

    /** The addresses in the file, also if nothing runs: then they are of a stack that was killed, and not stopped. */
    public static Optional<StackAddresses> recorded(DataDirectory directory) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.stackFile())) {
            properties.load(reader);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.stackFile() + ": " + e.getMessage(), e);
        }
        String bootstrapServers = properties.getProperty(BOOTSTRAP_SERVERS);
        String schemaRegistry = properties.getProperty(SCHEMA_REGISTRY);
        if (bootstrapServers == null || schemaRegistry == null) {
            throw new IllegalStateException(directory.stackFile() + " does not say where the stack is; delete it");
        }
        return Optional.of(new StackAddresses(bootstrapServers, schemaRegistry, properties.getProperty(APP)));
    }

    /** Port of the broker. */
    public int kafkaPort() {
        return URI.create("kafka://" + bootstrapServers).getPort();
    }

    /** Port of the registry. */
    public int registryPort() {
        return URI.create(schemaRegistry).getPort();
    }

    /** Port of the app, if the stack has one. */
    public OptionalInt httpPort() {
        return app == null
                ? OptionalInt.empty()
                : OptionalInt.of(URI.create(app).getPort());
    }

    /** Returns a copy with the address of an app. */
    public StackAddresses withApp(String url) {
        return new StackAddresses(bootstrapServers, schemaRegistry, url);
    }

    /** Writes the file, all of it or nothing. */
    public void write(DataDirectory directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(BOOTSTRAP_SERVERS, bootstrapServers);
        properties.setProperty(SCHEMA_REGISTRY, schemaRegistry);
        if (app != null) {
            properties.setProperty(APP, app);
        }
        Path unfinished = directory.stackFile().resolveSibling("stack.properties.new");
        OwnerOnly.createFile(unfinished);
        try (var writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, "Where the stack that runs in this directory is reached.");
        }
        Files.move(unfinished, directory.stackFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(DataDirectory directory) throws IOException {
        Files.deleteIfExists(directory.stackFile());
    }
}
