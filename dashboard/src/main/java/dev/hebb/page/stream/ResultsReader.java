package dev.hebb.page.stream;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.serde.RecordDecoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/**
 * Reads the committed results of all networks, from the beginning of the topics on. When the topics cannot be read, it
 * begins again with new logs.
 */
final class ResultsReader extends PageReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 2_000;

    private final Connection connection;
    private final Map<String, TopicReader.Handler<String>> handlers;
    private volatile NetworkLogs logs = new NetworkLogs();

    ResultsReader(Connection connection, SchemaRegistryClient registry) {
        this.connection = connection;
        TopicNames topics = connection.topics();
        handlers = Map.of(
                topics.synapseEvents(),
                handler(registry, SynapseEvent.getClassSchema(), (SynapseEvent event) -> logs.of(event.getNetwork())
                        .synapse(event)),
                topics.pruningEvents(),
                handler(registry, PruningEvent.getClassSchema(), (PruningEvent event) -> logs.of(event.getNetwork())
                        .pruned(event)),
                topics.networkWindows(),
                handler(registry, NetworkWindow.getClassSchema(), (NetworkWindow window) -> logs.of(window.getNetwork())
                        .window(window)),
                topics.networkEvents(),
                handler(registry, NetworkEvent.getClassSchema(), (NetworkEvent event) -> logs.of(event.getNetwork())
                        .network(event)));
    }

    /** A record that another program wrote must not hide the others. */
    private static <T> TopicReader.Handler<String> handler(
            SchemaRegistryClient registry, Schema schema, Consumer<T> to) {
        return new RecordDecoder<T>(registry, schema).readable(to, unreadable -> {});
    }

    /** Returns the logs as of now. */
    NetworkLogs logs() {
        return logs;
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try (TopicReader<String> reader =
                    TopicReader.open(connection, TopicReader.Start.BEGINNING, List.copyOf(handlers.keySet()))) {
                follow(reader);
            } catch (KafkaException | UncheckedIOException e) {
                logs.failed(String.valueOf(e.getMessage()));
                rest(RETRY_MILLIS);
                logs = new NetworkLogs();
            }
        }
    }

    private void follow(TopicReader<String> reader) {
        while (!isStopped()) {
            logs.read(reader.poll(POLL, read -> Objects.requireNonNull(handlers.get(read.topic()))
                    .handle(read)));
            if (logs.state() == ReadingState.READING && reader.isAtEnd()) {
                logs.live();
            }
        }
    }
}
