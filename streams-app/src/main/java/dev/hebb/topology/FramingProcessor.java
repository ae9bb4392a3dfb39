package dev.hebb.topology;

import dev.hebb.client.RejectReason;
import dev.hebb.client.TopicNames;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.Position;
import dev.hebb.framing.SourceRecord;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.serde.SpikeDecoder;
import dev.hebb.state.StoreNames;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes in spikes and control events, record by record, and sends ordered frames to every shard. */
final class FramingProcessor implements Processor<byte[], byte[], Object, byte[]> {
    private final FramingConfig config;
    private final int shards;
    private final TopicNames topics;
    private final int spikePartitions;
    private final SchemaRegistryClient registry;
    private final PipelineMetrics metrics;
    private State state = State.CLOSED;

    /** What exists between init and close. */
    private record State(
            ProcessorContext<Object, byte[]> context,
            KeyValueStore<Bytes, byte[]> store,
            SpikeDecoder decoder,
            SpikeArrival arrival,
            ControlReader control,
            FramingRecords records,
            Recent<OpenFramer> framers) {
        @SuppressWarnings("NullAway") // never used: Kafka Streams calls init first
        static final State CLOSED = new State(null, null, null, null, null, null, null);
    }

    FramingProcessor(
            FramingConfig config,
            int shards,
            TopicNames topics,
            int spikePartitions,
            SchemaRegistryClient registry,
            PipelineMetrics metrics) {
        this.config = config;
        this.shards = shards;
        this.topics = topics;
        this.spikePartitions = spikePartitions;
        this.registry = registry;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<Object, byte[]> context) {
        SchemaLookup schemas = new SchemaLookup(registry);
        state = new State(
                context,
                context.getStateStore(StoreNames.FRAMING),
                new SpikeDecoder(schemas),
                new SpikeArrival(),
                new ControlReader(schemas),
                new FramingRecords(context, shards, metrics),
                new Recent<>(config.limits().residentNetworks()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata origin = state.context.recordMetadata().orElseThrow();
        SourceRecord source = source(origin, record);
        state.records.at(record.timestamp());
        try {
            if (origin.topic().equals(topics.control())) {
                control(source);
            } else {
                state.decoder.decode(record.value(), state.arrival);
                spikes(origin, source, record.headers());
            }
        } catch (MalformedValueException e) {
            state.records.rejected(source, e.reason(), 1, String.valueOf(e.getMessage()));
        }
    }

    /** A record that came by another partition is quoted as it first came. */
    private static SourceRecord source(RecordMetadata origin, Record<byte[], byte[]> record) {
        return new SourceRecord(origin.topic(), origin.partition(), origin.offset(), record.key(), record.value());
    }

    private void spikes(RecordMetadata origin, SourceRecord source, Headers headers) {
        String network = state.arrival.network();
        if (partitionOf(network) == origin.partition()) {
            frame(network, source);
        } else if (origin.topic().equals(topics.spikes())) {
            state.records.reroute(network, source.value(), headers);
        } else {
            String detail = "network " + network + " belongs to partition " + partitionOf(network) + " of "
                    + spikePartitions + "; send spikes to topic " + topics.spikes();
            state.records.rejected(source, RejectReason.MISROUTED, Math.max(1, state.arrival.size()), detail);
        }
    }

    private void frame(String network, SourceRecord source) {
        OpenFramer open = open(network);
        SpikeArrival arrival = state.arrival;
        if (arrival.isHeartbeat()) {
            open.framer().heartbeat(arrival.originMicros(), source, state.records);
        } else {
            open.framer().arrive(arrival.timesMicros(), arrival.neurons(), arrival.size(), source, state.records);
        }
        done(network, open);
    }

    private void control(SourceRecord source) throws MalformedValueException {
        ControlReader.Command command = state.control.read(source.value());
        OpenFramer open = open(command.network());
        command.apply(open.framer(), state.records)
                .ifPresent(flaw -> state.records.rejected(source, RejectReason.BAD_CONTROL, 1, flaw));
        done(command.network(), open);
    }

    private OpenFramer open(String network) {
        return state.framers.get(network, name -> OpenFramer.open(state.store, name, config));
    }

    private void done(String network, OpenFramer open) {
        open.remember();
        NetworkFramer framer = open.framer();
        Position position = framer.position();
        metrics.framed(
                state.context.taskId(),
                network,
                new PipelineMetrics.Framed(
                        state.records.spikes(),
                        state.records.duplicates(),
                        position.clockMicros(),
                        position.watermarkMicros()));
    }

    /** Where Kafka's own Java client would send the network's records. */
    private int partitionOf(String network) {
        return Utils.toPositive(Utils.murmur2(network.getBytes(StandardCharsets.UTF_8))) % spikePartitions;
    }

    @Override
    public void close() {
        if (state != State.CLOSED) {
            metrics.closed(state.context.taskId());
        }
        state = State.CLOSED;
    }
}
