package dev.hebb.client;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of a cluster and the settings of its clients.
 *
 * @param bootstrapServers Kafka's {@code bootstrap.servers}
 * @param schemaRegistry base URL of a registry with Confluent's REST API
 * @param properties passed to every client as they are (SASL, TLS, registry authentication); those of the registry
 *     are refused if they have no effect
 * @param topics names of the topics
 */
public record Connection(
        String bootstrapServers, String schemaRegistry, Map<String, String> properties, TopicNames topics) {
    private static final int REMEMBERED_SCHEMAS = 1000;
    private static final String REGISTRY_CONNECT_MILLIS = "5000";
    private static final String REGISTRY_READ_MILLIS = "20000";

    public Connection {
        properties = Map.copyOf(properties);
        RegistrySettings.check(properties, schemaRegistry);
    }

    /** A connection without further client properties and without topic prefix. */
    public static Connection to(String bootstrapServers, String schemaRegistry) {
        return new Connection(bootstrapServers, schemaRegistry, Map.of(), TopicNames.DEFAULT);
    }

    /** Returns a copy with other properties for every client. */
    public Connection with(Map<String, String> otherProperties) {
        return new Connection(bootstrapServers, schemaRegistry, otherProperties, topics);
    }

    /** Returns a copy with other names of topics. */
    public Connection with(TopicNames otherTopics) {
        return new Connection(bootstrapServers, schemaRegistry, properties, otherTopics);
    }

    /**
     * Reads a properties file to pass through to every client.
     *
     * @throws IOException if the file cannot be read, or is none
     */
    public static Map<String, String> readProperties(@Nullable Path file) throws IOException {
        Map<String, String> read = new HashMap<>();
        if (file != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage() + " Write a backslash that is meant as one twice", e);
            }
            properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        }
        return read;
    }

    /** Properties for a Kafka client: the passed-through ones and the bootstrap servers; to be added to. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> client = new HashMap<>(properties);
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return client;
    }

    /**
     * Properties for a producer whose records are in the order in which they were sent, each once: it is idempotent and
     * has one request at a time. With more, a new leader may refuse the first one, because it has not begun, and take
     * the second as the first of a producer that it does not know; Kafka 4.3.1 then refuses the first one as out of
     * order until its time is over.
     */
    public Map<String, Object> producerProperties() {
        Map<String, Object> producer = clientProperties();
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return producer;
    }

    /** The registry's URL for messages: without the user and the password that it may hold. */
    public String shownRegistry() {
        return schemaRegistry.replaceAll("//[^/@]*@", "//");
    }

    /** Without the properties, which may hold passwords. */
    @Override
    public String toString() {
        return "Connection[" + bootstrapServers + ", " + shownRegistry() + ", " + topics + "]";
    }

    /**
     * A new caching client of the schema registry.
     *
     * @throws IllegalArgumentException if a store of keys or certificates cannot be opened
     */
    public SchemaRegistryClient registry() {
        Map<String, String> client = new HashMap<>(properties);
        // A minute by default: too long for a caller that has other work.
        client.putIfAbsent("http.connect.timeout.ms", REGISTRY_CONNECT_MILLIS);
        client.putIfAbsent("http.read.timeout.ms", REGISTRY_READ_MILLIS);
        String user = URI.create(schemaRegistry).getUserInfo();
        if (user != null) {
            // The client would log its URL.
            client.put("basic.auth.credentials.source", "USER_INFO");
            client.put("basic.auth.user.info", user);
        }
        try {
            return new CachedSchemaRegistryClient(List.of(shownRegistry()), REMEMBERED_SCHEMAS, client);
        } catch (RuntimeException e) {
            // Of no class of its own.
            throw new IllegalArgumentException(
                    "the settings schema.registry.ssl.*, basic.auth.* or bearer.auth.* cannot be used: "
                            + Causes.root(e).getMessage(),
                    e);
        }
    }
}
