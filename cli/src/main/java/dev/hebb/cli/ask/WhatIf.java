package dev.hebb.cli.ask;

import dev.hebb.cli.support.CliException;
import dev.hebb.client.Connection;
import dev.hebb.client.NetworkName;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.framing.SourceRecord;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.serde.SpikeDecoder;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Reader that gives the retained records of one network to relearnings. It only reads, so that a running app is not
 * disturbed.
 */
final class WhatIf {
    private final Connection connection;
    private final String network;
    private final SpikeDecoder spikes;
    private final AvroDecoder<ControlEvent> controls;
    private final SpikeArrival arrival = new SpikeArrival();
    private long records;

    WhatIf(Connection connection, String network) {
        this.connection = connection;
        this.network = network;
        SchemaLookup schemas = new SchemaLookup(connection.registry());
        spikes = new SpikeDecoder(schemas);
        controls = new AvroDecoder<>(schemas, ControlEvent.getClassSchema());
    }

    /**
     * Reads everything that is committed now.
     *
     * @throws CliException if Kafka does not have a record of the network
     */
    void learn(List<Relearning> relearnings) {
        try (NetworkArrivals arrivals = new NetworkArrivals(connection)) {
            for (Optional<ConsumerRecord<byte[], byte[]>> next = arrivals.next();
                    next.isPresent();
                    next = arrivals.next()) {
                give(next.get(), relearnings);
            }
        } catch (KafkaException e) {
            throw new CliException("the spikes cannot be read: " + e.getMessage(), e);
        }
        if (records == 0) {
            throw new CliException("Kafka has no spikes of network '" + network + "' any more, or never had; topic "
                    + connection.topics().spikes() + " keeps them for as long as its retention.ms says");
        }
    }

    private void give(ConsumerRecord<byte[], byte[]> record, List<Relearning> relearnings) {
        SourceRecord source =
                new SourceRecord(record.topic(), record.partition(), record.offset(), record.key(), record.value());
        try {
            if (record.topic().equals(connection.topics().control())) {
                command(source, relearnings);
            } else {
                spikes.decode(source.value(), arrival);
                if (arrival.network().equals(network)) {
                    records++;
                    relearnings.forEach(each -> each.spikes(arrival, source));
                }
            }
        } catch (MalformedValueException rejected) {
            // The app rejected it too; rejected-spikes has it, with the reason.
        }
    }

    private void command(SourceRecord source, List<Relearning> relearnings) throws MalformedValueException {
        byte[] value = source.value();
        if (value == null) {
            return;
        }
        ControlEvent event = controls.decode(value);
        boolean isOurs = event.getNetwork().equals(network)
                && NetworkName.flaw(event.getNetwork()).isEmpty();
        if (isOurs) {
            timed(event).ifPresent(timed -> relearnings.forEach(each -> each.command(timed)));
        }
    }

    /** Returns the command, or none if it makes no sense, so that the app refused it. */
    private static Optional<TimedCommand> timed(ControlEvent event) {
        try {
            return Optional.of(CommandRecords.timed(event));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
