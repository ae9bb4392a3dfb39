package dev.hebb.page.feed;

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
 * Reads the committed results of all networks from their beginning, and goes on with what comes. When the topics cannot
 * be read, it begins again with a new session.
 */
final class ResultsReader extends FeedReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 2_000;

    private final Connection connection;
    private final Map<String, TopicReader.Handler<String>> handlers;
    private volatile FeedSession session = new FeedSession();

    ResultsReader(Connection connection, SchemaRegistryClient registry) {
        this.connection = connection;
        TopicNames topics = connection.topics();
        handlers = Map.of(
                topics.synapseEvents(),
                handler(registry, SynapseEvent.getClassSchema(), (SynapseEvent event) -> session.of(event.getNetwork())
                        .synapse(event)),
                topics.pruningEvents(),
                handler(registry, PruningEvent.getClassSchema(), (PruningEvent event) -> session.of(event.getNetwork())
                        .pruned(event)),
                topics.networkWindows(),
                handler(registry, NetworkWindow.getClassSchema(), (NetworkWindow window) -> session.of(
                                window.getNetwork())
                        .window(window)),
                topics.networkEvents(),
                handler(registry, NetworkEvent.getClassSchema(), (NetworkEvent event) -> session.of(event.getNetwork())
                        .network(event)));
    }

    /** A record that another program wrote must not hide the others. */
    private static <T> TopicReader.Handler<String> handler(
            SchemaRegistryClient registry, Schema schema, Consumer<T> to) {
        return new RecordDecoder<T>(registry, schema).readable(to, unreadable -> {});
    }

    /** The present session. */
    FeedSession session() {
        return session;
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try (TopicReader<String> reader =
                    TopicReader.open(connection, TopicReader.Start.BEGINNING, List.copyOf(handlers.keySet()))) {
                follow(reader);
            } catch (KafkaException | UncheckedIOException e) {
                session.failed(String.valueOf(e.getMessage()));
                rest(RETRY_MILLIS);
                session = new FeedSession();
            }
        }
    }

    private void follow(TopicReader<String> reader) {
        while (!isStopped()) {
            session.read(reader.poll(POLL, read -> Objects.requireNonNull(handlers.get(read.topic()))
                    .handle(read)));
            if (session.state() == FeedState.READING && reader.isAtEnd()) {
                session.live();
            }
        }
    }
}
