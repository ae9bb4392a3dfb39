package dev.hebb.loop.kafka;

import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.client.TopicReader;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.loop.CommandSource;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.serde.UnreadableRecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * The commands to a network on {@code control}, from the topic's beginning: what was sent before the run counts as
 * well, and all of that is there at the first {@link #poll}. Commands that cannot be read, or that the pipeline refuses
 * for their numbers, are passed over, as it is the pipeline's part to answer them.
 */
public final class ControlTopic implements CommandSource, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String network;
    private final TopicReader<String> reader;
    private final RecordDecoder<ControlEvent> decoder;

    /** Finds the topic, and where it ends now. */
    public ControlTopic(Connection connection, String network) {
        this.network = network;
        this.decoder = new RecordDecoder<>(connection.registry(), ControlEvent.getClassSchema());
        this.reader = TopicReader.open(
                connection, TopicReader.Start.BEGINNING, connection.topics().control());
    }

    @Override
    public List<TimedCommand> poll() {
        List<TimedCommand> commands = new ArrayList<>();
        if (!reader.readToEnd(TIMEOUT, read -> take(read, commands))) {
            throw new KafkaException(
                    "the commands on topic 'control' were not read within " + Durations.seconds(TIMEOUT));
        }
        reader.poll(Duration.ZERO, read -> take(read, commands));
        return commands;
    }

    private void take(ConsumerRecord<String, byte[]> read, List<TimedCommand> commands) {
        if (network.equals(read.key())) {
            command(read).ifPresent(commands::add);
        }
    }

    private Optional<TimedCommand> command(ConsumerRecord<String, byte[]> read) {
        try {
            ControlEvent event = decoder.decode(read);
            return event == null ? Optional.empty() : Optional.of(CommandRecords.timed(event));
        } catch (UnreadableRecordException | IllegalArgumentException answeredByThePipeline) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
