package dev.hebb.processor;

import dev.hebb.client.Subjects;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import dev.hebb.row.FrameCodec;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.StoreNames;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A framing processor on a real store in memory. A test can replace it by one that continues from the store. */
final class FramingFixture {
    static final int SHARDS = 2;
    static final int PARTITIONS = 8;
    private static final UUID TOPIC_ID = new UUID(1, 2);

    private final FramingConfig config;
    private final SchemaRegistryClient registry;
    private final KeyValueStore<Bytes, byte[]> store =
            InMemoryStores.store(new MockProcessorContext<byte[], byte[]>(), StoreNames.FRAMING);
    private final AvroEncoder<Object> spikes;
    private final AvroEncoder<ControlEvent> controls;
    private MockProcessorContext<Object, Object> context;
    private FramingProcessor processor;
    private long offset;

    FramingFixture(FramingConfig config) {
        this(config, new MockSchemaRegistryClient());
    }

    FramingFixture(FramingConfig config, SchemaRegistryClient registry) {
        this.config = config;
        this.registry = registry;
        this.spikes = AvroEncoder.register(registry, "spikes-value", Subjects.SPIKES);
        this.controls = AvroEncoder.register(registry, "control-value", ControlEvent.getClassSchema());
        this.context = new MockProcessorContext<>();
        this.processor = start();
    }

    private FramingProcessor start() {
        context.addStateStore(store);
        context.setCurrentSystemTimeMs(0);
        FramingProcessor started = new FramingProcessor(
                whole(), new TaskLayout(SHARDS, PARTITIONS), TestServices.of(registry, topic -> TOPIC_ID));
        started.init(context);
        return started;
    }

    private HebbConfig whole() {
        HebbConfig base = ConfigReader.read(Settings.defaults());
        return new HebbConfig(
                config,
                base.shard(),
                base.learning(),
                base.census(),
                base.streams(),
                base.topics(),
                base.http(),
                base.effective());
    }

    /** Replaces the processor by another; what the first sent is lost. */
    void restart() {
        context = new MockProcessorContext<>();
        processor = start();
    }

    /** Replaces the processor by another, as if the group's offsets were lost: records have the same offsets again. */
    void restartFromTheBeginning() {
        offset = 0;
        restart();
    }

    MockProcessorContext<Object, Object> context() {
        return context;
    }

    byte[] encode(Object spike) {
        return spikes.encode(spike);
    }

    byte[] encode(ControlEvent event) {
        return controls.encode(event);
    }

    static int partition(String network) {
        return NetworkPartitioner.partition(network, PARTITIONS);
    }

    void batch(String network, long origin, Integer... offsets) {
        List<Integer> neurons = Arrays.stream(offsets).map(any -> 1).toList();
        value(network, encode(new SpikeBatch(network, origin, neurons, List.of(offsets))));
    }

    void heartbeat(String network, long origin) {
        batch(network, origin);
    }

    void value(String network, byte @Nullable [] value) {
        receive("spikes", partition(network), network, value, new RecordHeaders());
    }

    /** Receives a command that takes effect at time 0. */
    void control(String network, Object command) {
        control(network, 0, command);
    }

    /** Receives a command to a network, in its partition. */
    void control(String network, long from, Object command) {
        ControlEvent event = new ControlEvent(network, from, command, "id", "me", 7L);
        receive("control", partition(network), network, encode(event), new RecordHeaders());
    }

    @SuppressWarnings("NullAway") // Kafka's records may have neither key nor value
    void receive(String topic, int partition, @Nullable String key, byte @Nullable [] value, Headers headers) {
        context.setRecordMetadata(topic, partition, ++offset);
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        processor.process(new Record<>(keyBytes, value, 1_000 + offset, headers));
    }

    /** A record as a consumer has it. */
    void receive(ConsumerRecord<byte[], byte[]> record) {
        context.setRecordMetadata(record.topic(), record.partition(), record.offset());
        processor.process(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
    }

    /** Frames that were sent to a shard. */
    List<Frame> frames(int shard) {
        return sent(NodeNames.FRAMES).stream()
                .filter(record -> text(record.key()).endsWith("/" + shard))
                .map(record -> FrameCodec.decode(record.value()))
                .toList();
    }

    List<? extends Record<? extends byte[], ? extends byte[]>> rejected() {
        return sent(NodeNames.REJECTED_SPIKES_SINK);
    }

    List<? extends Record<? extends byte[], ? extends byte[]>> rerouted() {
        return sent(NodeNames.SPIKES_REROUTED_SINK);
    }

    /** Returns the answers to commands that were sent. */
    List<NetworkEvent> answers() throws MalformedValueException {
        AvroDecoder<NetworkEvent> decoder =
                new AvroDecoder<>(new SchemaLookup(registry), NetworkEvent.getClassSchema());
        List<NetworkEvent> answers = new ArrayList<>();
        for (Record<?, ? extends byte[]> record : sent(NodeNames.COMMAND_ANSWERS_SINK)) {
            answers.add(decoder.decode(record.value()));
        }
        return answers;
    }

    @SuppressWarnings("unchecked") // what framing sends to topics is bytes
    private List<? extends Record<? extends byte[], ? extends byte[]>> sent(String child) {
        return context.forwarded(child).stream()
                .map(CapturedForward::record)
                .map(record -> (Record<? extends byte[], ? extends byte[]>) (Record<?, ?>) record)
                .toList();
    }

    static String header(Record<?, ?> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
