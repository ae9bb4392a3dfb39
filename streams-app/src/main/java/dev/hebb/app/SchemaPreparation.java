package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Registers the schemas in a thread of its own, because a registry that was just started answers slowly. One that does
 * not listen yet is waited for, as Kafka's own client waits for brokers.
 */
final class SchemaPreparation {
    private static final Duration REGISTRY_WITHIN = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final Connection connection;
    private final SchemaRegistryClient registry;
    private final FutureTask<Boolean> task = new FutureTask<>(this::register);

    private SchemaPreparation(Connection connection, SchemaRegistryClient registry) {
        this.connection = connection;
        this.registry = registry;
    }

    static SchemaPreparation begin(Connection connection, SchemaRegistryClient registry) {
        SchemaPreparation preparation = new SchemaPreparation(connection, registry);
        Thread thread = new Thread(preparation.task, "register-schemas");
        thread.setDaemon(true);
        thread.start();
        return preparation;
    }

    /**
     * Waits until they are registered.
     *
     * @throws IOException if the registry cannot be reached, or refuses
     */
    void await() throws IOException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot register the schemas: " + e.getCause(), e);
        }
    }

    private boolean register() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + REGISTRY_WITHIN.toNanos();
        while (true) {
            try {
                Subjects.register(registry, connection.topics());
                return true;
            } catch (ConnectException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (RestClientException e) {
                throw new IOException(
                        "the schema registry at " + connection.shownRegistry() + " refuses: " + e.getMessage(), e);
            }
        }
    }
}
