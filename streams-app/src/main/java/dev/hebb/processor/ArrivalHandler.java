package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.framing.FramerChange;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.RejectReason;
import dev.hebb.framing.SourceRecord;
import dev.hebb.processor.FramersInMemory.Resident;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.serde.SpikeDecoder;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Handler that makes frames of the records of {@code spikes} and {@code control}: reads them, passes those of networks
 * that belong to another partition on, and lets each network's framer decide. A record that says nothing usable is sent
 * to {@code rejected-spikes}; only a registry that does not answer stops the task. Not thread-safe.
 */
final class ArrivalHandler implements RecordHandler<byte[], byte[]> {
    private static final long REGISTRY_PAUSE_MILLIS = 250;

    private final FramingConfig config;
    private final TopicNames topics;
    private final int spikePartitions;
    private final ProcessorContext<?, ?> context;
    private final FramersInMemory networks;
    private final HandledOffsets offsets;
    private final FramingRecords records;
    private final LongSupplier now;
    private final CommandOutcomes answers;
    private final SourceRecords sources;
    private final SpikeDecoder spikes;
    private final ControlReader controls;
    private final RegistryRetry registryRetry = new RegistryRetry(REGISTRY_PAUSE_MILLIS);
    private final SpikeArrival arrival = new SpikeArrival();

    /**
     * @param spikePartitions partitions of the topic of spikes
     * @param context of the task
     * @param networks in memory
     * @param offsets of the records that were handled
     * @param records where frames, refusals and answers go
     * @param now time in milliseconds, of which only differences matter
     */
    ArrivalHandler(
            FramingConfig config,
            int spikePartitions,
            TaskServices services,
            ProcessorContext<?, ?> context,
            FramersInMemory networks,
            HandledOffsets offsets,
            FramingRecords records,
            LongSupplier now) {
        this.config = config;
        this.topics = services.topics();
        this.spikePartitions = spikePartitions;
        this.context = context;
        this.networks = networks;
        this.offsets = offsets;
        this.records = records;
        this.now = now;
        answers = new CommandOutcomes(topics, services.registry(), config.windowMicros());
        sources = new SourceRecords(topics.spikesRerouted());
        SchemaLookup schemas = new SchemaLookup(services.registry());
        spikes = new SpikeDecoder(schemas);
        controls = new ControlReader(schemas);
    }

    @Override
    public void handle(Record<byte[], byte[]> record) {
        RecordMetadata received = context.recordMetadata().orElseThrow();
        if (SpikeRun.is(record)) {
            SpikeRun.of(record, received)
                    .forEach(source -> handleOnce(source, source.offset(), received, record.timestamp()));
        } else {
            handleOnce(sources.of(record, received), received.offset(), received, record.timestamp());
        }
        networks.write();
        offsets.write();
    }

    private void handleOnce(SourceRecord source, long offset, RecordMetadata received, long timestamp) {
        if (offsets.isNew(received.topic(), offset)) {
            handle(source, received, timestamp);
        }
    }

    private void handle(SourceRecord source, RecordMetadata received, long timestamp) {
        records.begin(timestamp);
        try {
            if (source.bytes() > config.limits().recordBytes()) {
                throw new MalformedValueException(
                        RejectReason.TOO_LARGE,
                        "the record has " + source.bytes() + " bytes; at most "
                                + config.limits().recordBytes() + " can be passed on");
            }
            if (source.topic().equals(topics.control())) {
                control(source, received);
            } else {
                spikes(source, received);
            }
        } catch (MalformedValueException e) {
            records.rejected(source, e.reason(), 1, String.valueOf(e.getMessage()));
        }
    }

    private void spikes(SourceRecord source, RecordMetadata received) throws MalformedValueException {
        registryRetry.read(() -> {
            spikes.decode(source.value(), arrival);
            return arrival;
        });
        if (isHere(arrival.network(), source, received)) {
            Resident resident = networks.get(arrival.network(), now.getAsLong());
            NetworkFramer framer = resident.framer();
            FramerChange change = arrival.isHeartbeat()
                    ? framer.heartbeat(arrival.originMicros(), source, records)
                    : framer.arrive(arrival.timesMicros(), arrival.neurons(), arrival.size(), source, records);
            if (config.idleTimeoutMillis() > 0) {
                resident.touch(now.getAsLong());
            }
            finish(resident, change);
        }
    }

    private void control(SourceRecord source, RecordMetadata received) throws MalformedValueException {
        ControlReader.Control control = registryRetry.read(() -> controls.read(source.value()));
        if (isHere(control.network(), source, received)) {
            Resident resident = networks.get(control.network(), now.getAsLong());
            FramerChange change = control.apply(resident.framer(), records);
            if (change.isRefused() || control.isForFraming()) {
                answers.answer(control, change.refusal(), records);
            }
            if (change.isRefused()) {
                throw new MalformedValueException(RejectReason.BAD_CONTROL, change.refusal());
            }
            finish(resident, change);
        }
    }

    /** Returns whether the network belongs to this partition; if not, the record is sent where it does. */
    private boolean isHere(String network, SourceRecord source, RecordMetadata received)
            throws MalformedValueException {
        int partition = NetworkPartitioner.partition(network, spikePartitions);
        if (partition == received.partition()) {
            return true;
        }
        if (sources.isRerouted(received)) {
            throw new MalformedValueException(
                    RejectReason.MISROUTED,
                    "the network belongs to partition " + partition + " of " + spikePartitions + ", not to "
                            + received.partition() + "; " + topics.spikes() + " and " + topics.spikesRerouted()
                            + " must have as many partitions");
        }
        records.reroute(source, network);
        return false;
    }

    private void finish(Resident resident, FramerChange change) {
        networks.remember(resident, change);
        if (!change.forgetsAll()) {
            records.end(resident);
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
