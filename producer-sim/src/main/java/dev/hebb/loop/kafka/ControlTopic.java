package dev.hebb.loop.kafka;

import dev.hebb.client.Connection;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.loop.CommandSource;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The commands to a network on {@code control}, from the topic's beginning: what was sent before the run counts as well,
 * and all of that is there at the first {@link #poll}. Commands that cannot be read, or that the pipeline refuses for
 * their numbers, are passed over, as it is the pipeline's part to answer them.
 */
public final class ControlTopic implements CommandSource, AutoCloseable {
    private static final Duration UNTIL_THE_END = Duration.ofMillis(100);

    private final String network;
    private final Consumer<String, byte[]> consumer;
    private final AvroDecoder<ControlEvent> decoder;
    private Map<TopicPartition, Long> ends;

    /** Finds the topic, and where it ends now. */
    public ControlTopic(Connection connection, String network) {
        this.network = network;
        decoder = new AvroDecoder<>(new SchemaLookup(connection.registry()), ControlEvent.getClassSchema());
        consumer = Partitions.consumer(connection);
        List<TopicPartition> partitions =
                Partitions.of(consumer, List.of(connection.topics().control()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    @Override
    public List<TimedCommand> poll() {
        List<TimedCommand> commands = new ArrayList<>();
        while (!Partitions.isAt(ends, consumer)) {
            read(UNTIL_THE_END, commands);
        }
        ends = Map.of();
        read(Duration.ZERO, commands);
        return commands;
    }

    private void read(Duration wait, List<TimedCommand> commands) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
            if (network.equals(record.key()) && record.value() != null) {
                command(record.value()).ifPresent(commands::add);
            }
        }
    }

    private Optional<TimedCommand> command(byte[] value) {
        try {
            return Optional.of(CommandRecords.timed(decoder.decode(value)));
        } catch (MalformedValueException | IllegalArgumentException answeredByThePipeline) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
