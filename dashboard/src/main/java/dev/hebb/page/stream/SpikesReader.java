package dev.hebb.page.stream;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.serde.SpikeDecoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Reads the newest spikes for the raster. Of a fast stream it reads only an excerpt: after {@value #SPIKES_A_SECOND}
 * spikes in a second, it waits for the next second and continues with the newest spikes. A page therefore costs a
 * bounded share of a core.
 */
final class SpikesReader extends PageReader {
    private static final int SPIKES_A_SECOND = 200_000;
    private static final long SECOND_MILLIS = 1_000;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 2_000;

    private final Connection connection;
    private final SpikeDecoder decoder;
    private final SpikeArrival arrival = new SpikeArrival();
    private final Supplier<NetworkLogs> logs;
    private long secondBegan;
    private int inSecond;

    SpikesReader(Connection connection, SchemaRegistryClient registry, Supplier<NetworkLogs> logs) {
        this.connection = connection;
        this.decoder = new SpikeDecoder(new SchemaLookup(registry));
        this.logs = logs;
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try (TopicReader<String> reader = TopicReader.open(
                    connection, TopicReader.Start.RECENT, connection.topics().spikes())) {
                follow(reader);
            } catch (KafkaException | UncheckedIOException e) {
                // The reader of results tells pages about it.
                rest(RETRY_MILLIS);
            }
        }
    }

    /** Reads until there were too many spikes in one second, and then waits for that second to end. */
    private void follow(TopicReader<String> reader) {
        secondBegan = System.nanoTime();
        inSecond = 0;
        while (!isStopped()) {
            reader.poll(POLL, this::read);
            long passedMillis = (System.nanoTime() - secondBegan) / NANOS_A_MILLI;
            if (passedMillis >= SECOND_MILLIS) {
                secondBegan = System.nanoTime();
                inSecond = 0;
            } else if (inSecond > SPIKES_A_SECOND) {
                rest(SECOND_MILLIS - passedMillis);
                return;
            }
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            decoder.decode(record.value(), arrival);
        } catch (MalformedValueException rejected) {
            // The pipeline rejects it too, and counts it.
            return;
        }
        inSecond += arrival.size();
        if (!arrival.isHeartbeat()) {
            logs.get().of(arrival.network()).spikes(arrival.timesMicros(), arrival.neurons(), arrival.size());
        }
    }
}
