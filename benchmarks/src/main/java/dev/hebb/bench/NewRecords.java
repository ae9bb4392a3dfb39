package dev.hebb.bench;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.serde.RecordDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The values that become visible on a topic from now on, seen as soon as they are committed. */
final class NewRecords<T> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final TopicReader<String> reader;
    private final RecordDecoder<T> decoder;

    NewRecords(Connection connection, String topic, Schema schema) {
        Map<String, String> prompt = new HashMap<>(connection.properties());
        prompt.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(POLL.toMillis()));
        reader = TopicReader.open(connection.with(prompt), TopicReader.Start.END, topic);
        decoder = new RecordDecoder<>(connection.registry(), schema);
    }

    /** Gives what is there, waiting a moment for it; returns how many records that was. */
    int poll(Consumer<T> to) {
        return reader.poll(POLL, decoder.values(to));
    }

    @Override
    public void close() {
        reader.close();
    }
}
