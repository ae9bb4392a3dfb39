package dev.hebb.cli.support;

import dev.hebb.client.Connection;
import dev.hebb.client.Reachability;
import dev.hebb.client.TopicNames;
import dev.hebb.stack.DataDirectory;
import dev.hebb.stack.StackAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that name the cluster of a command; use as {@code @Mixin}.
 *
 * <p>Precedence, strongest first: command line, environment variable, {@code --properties} file, the stack that runs
 * in the data directory.
 */
public final class ConnectionOptions {
    /** Environment variables of this program and its launcher, which are no settings of the app. */
    public static final Set<String> VARIABLES = Set.of(
            "HEBB_BOOTSTRAP_SERVERS",
            "HEBB_SCHEMA_REGISTRY",
            "HEBB_APP",
            "HEBB_TOKEN_FILE",
            "HEBB_PROPERTIES",
            "HEBB_TOPIC_PREFIX",
            "HEBB_DATA_DIR",
            "HEBB_JAVA_OPTS");

    @Mixin
    private final DataDirectoryOption dataDirectory = new DataDirectoryOption();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            defaultValue = "${env:HEBB_BOOTSTRAP_SERVERS}",
            description = "Kafka brokers (or $HEBB_BOOTSTRAP_SERVERS) instead of the local stack's.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:HEBB_SCHEMA_REGISTRY}",
            description = "Schema registry with Confluent's API (or $HEBB_SCHEMA_REGISTRY).")
    private @Nullable String schemaRegistry;

    @Option(
            names = "--app",
            paramLabel = "URL",
            defaultValue = "${env:HEBB_APP}",
            description = "A running Hebb app (or $HEBB_APP).")
    private @Nullable String appUrl;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:HEBB_TOKEN_FILE}",
            description = "File with the token for the app; of several, the first is used (or"
                    + " $HEBB_TOKEN_FILE). For 'hebb app': the tokens that it accepts.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--properties",
            paramLabel = "FILE",
            defaultValue = "${env:HEBB_PROPERTIES}",
            description =
                    "Properties passed to every client: SASL, TLS, registry authentication (or $HEBB_PROPERTIES).")
    private @Nullable Path propertiesFile;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "${env:HEBB_TOPIC_PREFIX:-}",
            description = "Put before the name of every topic (or $HEBB_TOPIC_PREFIX). Default: none.")
    private String topicPrefix = "";

    private boolean reached;

    /** The data directory, whether or not a stack runs there. */
    public DataDirectory dataDirectory() {
        return dataDirectory.get();
    }

    /**
     * The cluster, which answers.
     *
     * @throws CliException if none is named and none runs in the data directory, or it does not answer
     */
    public Connection connection() {
        Connection connection = namedConnection();
        if (!reached) {
            check(() -> new Reachability(connection).check(Duration.ZERO));
            reached = true;
        }
        return connection;
    }

    private interface ClusterRequest {
        void send() throws IOException, InterruptedException;
    }

    private static void check(ClusterRequest request) {
        try {
            request.send();
        } catch (IOException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("stopped while waiting for the cluster", e);
        }
    }

    /**
     * The cluster, whether or not it answers.
     *
     * @throws CliException if none is named and none runs in the data directory
     */
    public Connection namedConnection() {
        Map<String, String> properties = properties();
        return new Connection(
                find(bootstrapServers, properties.get("bootstrap.servers"), StackAddresses::bootstrapServers)
                        .orElseThrow(() -> notFound("Kafka", "--bootstrap-servers")),
                find(schemaRegistry, properties.get("schema.registry.url"), StackAddresses::schemaRegistry)
                        .orElseThrow(() -> notFound("schema registry", "--schema-registry")),
                properties,
                topicNames());
    }

    /**
     * Returns whether what is started for this cluster belongs to the data directory, so that {@code hebb down} stops
     * it: no other cluster is named, or that of the stack that runs there, or the directory itself was named.
     */
    public boolean belongsToStack() {
        String inFile = Objects.requireNonNullElse(properties().get("bootstrap.servers"), "");
        String named = Objects.requireNonNullElse(bootstrapServers, inFile);
        return named.isBlank()
                || dataDirectory.isNamed()
                || StackAddresses.ofRunning(dataDirectory())
                        .map(stack -> stack.bootstrapServers().equals(named.replace("localhost", "127.0.0.1")))
                        .orElse(false);
    }

    /**
     * Kafka's bootstrap servers, for commands that need no registry.
     *
     * @throws CliException if none is named and none runs in the data directory, or it does not answer
     */
    public String bootstrapServers() {
        String servers = find(bootstrapServers, properties().get("bootstrap.servers"), StackAddresses::bootstrapServers)
                .orElseThrow(() -> notFound("Kafka", "--bootstrap-servers"));
        check(new Reachability(new Connection(servers, "", properties(), topicNames()))::checkKafka);
        return servers;
    }

    /** The names of the topics; no cluster need be running. */
    public TopicNames topicNames() {
        return new TopicNames(topicPrefix);
    }

    /** The file of client properties, if one was named. */
    public Optional<Path> propertiesFile() {
        return Optional.ofNullable(propertiesFile);
    }

    /**
     * A client of the app, which need not answer.
     *
     * @throws CliException if none is named and none runs in the data directory
     */
    public AppClient app() {
        return knownApp().orElseThrow(() -> notFound("app", "--app"));
    }

    /** A client of the app, which need not answer, if one is named or belongs to the stack in the data directory. */
    public Optional<AppClient> knownApp() {
        if (appUrl != null && appUrl.indexOf('@') >= 0) {
            throw new CliException("the app's address has a name or a password, for which it does not ask;"
                    + " give --token-file instead");
        }
        return find(appUrl, null, StackAddresses::app)
                .map(url -> new AppClient(url.endsWith("/") ? url.substring(0, url.length() - 1) : url, token()));
    }

    /** The file of tokens, if one was named. */
    public Optional<Path> tokenFile() {
        return Optional.ofNullable(tokenFile).filter(file -> !file.toString().isBlank());
    }

    /** The last word of the first line that is no comment: of a bare token, and of {@code commander anna TOKEN}. */
    private String token() {
        if (tokenFile().isEmpty()) {
            return "";
        }
        try {
            return Files.readAllLines(tokenFile().get()).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.replaceFirst(".*\\s", ""))
                    .findFirst()
                    .orElseThrow(() -> new CliException("token file " + tokenFile + " has no token"));
        } catch (NoSuchFileException e) {
            throw new CliException("token file " + tokenFile + " does not exist", e);
        } catch (IOException e) {
            throw new CliException("cannot read token file " + tokenFile + ": " + e.getMessage(), e);
        }
    }

    private Optional<String> find(
            @Nullable String named, @Nullable String inFile, Function<StackAddresses, @Nullable String> ofLocalStack) {
        String given = Objects.requireNonNullElse(named, Objects.requireNonNullElse(inFile, ""));
        if (!given.isBlank()) {
            return Optional.of(given);
        }
        return StackAddresses.ofRunning(dataDirectory()).map(ofLocalStack);
    }

    private CliException notFound(String what, String option) {
        return new CliException(
                "no " + what + " to talk to: nothing runs in " + dataDirectory().root()
                        + ". Start a local stack with 'hebb up', name its --data-dir, or give " + option);
    }

    /**
     * The client properties of the file that was named, with settings of the app if it has any; none without a file.
     *
     * @throws CliException if the file cannot be read
     */
    public Map<String, String> properties() {
        try {
            return Connection.readProperties(propertiesFile);
        } catch (NoSuchFileException e) {
            throw new CliException("properties file " + propertiesFile + " does not exist", e);
        } catch (IOException e) {
            throw new CliException("cannot read properties file " + propertiesFile + ": " + e.getMessage(), e);
        }
    }
}
