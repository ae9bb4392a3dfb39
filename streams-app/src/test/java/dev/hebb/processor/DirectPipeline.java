package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.framing.FrameSink;
import dev.hebb.shard.ReportSink;
import dev.hebb.store.ArrivalJournal;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoreNames;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Framing, all shards and the census in one, each of which calls the next: the handlers of the app, over in-memory
 * stores.
 */
final class DirectPipeline {
    private static final Map<String, String> TOPICS = Map.of(
            NodeNames.REJECTED_SPIKES_SINK, TopicNames.DEFAULT.rejectedSpikes(),
            NodeNames.COMMAND_ANSWERS_SINK, TopicNames.DEFAULT.networkEvents(),
            NodeNames.CO_FIRING_SINK, TopicNames.DEFAULT.coFiring(),
            NodeNames.DENDRITES_SINK, TopicNames.DEFAULT.dendrites(),
            NodeNames.SYNAPSE_EVENTS_SINK, TopicNames.DEFAULT.synapseEvents(),
            NodeNames.PRUNING_EVENTS_SINK, TopicNames.DEFAULT.pruningEvents(),
            NodeNames.NEURON_PRUNING_SINK, TopicNames.DEFAULT.pruningEvents(),
            NodeNames.NETWORK_WINDOWS_SINK, TopicNames.DEFAULT.networkWindows(),
            NodeNames.NETWORK_EVENTS_SINK, TopicNames.DEFAULT.networkEvents());

    private final HebbConfig config;
    private final TaskServices services;
    private final CauseTime time = new CauseTime();
    private final MockProcessorContext<byte[], byte[]> framing = new MockProcessorContext<>();
    private final List<MockProcessorContext<String, byte[]>> others = new ArrayList<>();
    private final List<KeyValueStore<Bytes, byte[]>> stores = new ArrayList<>();
    private final ArrivalHandler arrivals;
    private long offset;

    DirectPipeline(HebbConfig config, SchemaRegistryClient registry) {
        this.config = config;
        this.services = TestServices.of(registry);
        ReportHandler census = census();
        List<FrameHandler> shards = new ArrayList<>();
        for (int shard = 0; shard < config.shard().shards(); shard++) {
            shards.add(shard(shard, census));
        }
        arrivals = framing(frame -> shards.forEach(shard -> shard.frame(frame)));
    }

    /** The configuration of a test: short windows that are judged often, and counts that are published. */
    static HebbConfig config(int shards, long windowMicros) {
        return ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "hebb.shards",
                        Integer.toString(shards),
                        "hebb.window-micros",
                        Long.toString(windowMicros),
                        "hebb.judge-every-windows",
                        "5",
                        "hebb.co-firing.publish",
                        "always")));
    }

    private ReportHandler census() {
        MockProcessorContext<String, byte[]> context = context();
        CensusRecords records = new CensusRecords(context, time, services, commit(context));
        return new ReportHandler(config.census(), kept(InMemoryStores.store(context, StoreNames.CENSUS)), records);
    }

    private FrameHandler shard(int shard, ReportHandler census) {
        ShardRecords records = records(context(), shard, census);
        ShardStores ofShard = InMemoryStores.shard();
        List.of(ofShard.spikeLog(), ofShard.progress(), ofShard.synapses(), ofShard.histograms(), ofShard.coFiring())
                .forEach(this::kept);
        return new FrameHandler(
                shard,
                config.shard(),
                config.learning(),
                ofShard,
                records,
                services.workers(),
                config.shard().shards());
    }

    /** Returns the outputs of a shard, which go to this context. */
    ShardRecords records(MockProcessorContext<String, byte[]> context, int shard, ReportSink reports) {
        return new ShardRecords(context, time, shard, config.shard(), services, reports, commit(context));
    }

    private ArrivalHandler framing(FrameSink frames) {
        FramingRecords records = new FramingRecords(
                framing, time, frames, config.framing().limits().recordBytes(), PipelineMetrics.NONE);
        KeyValueStore<Bytes, byte[]> store = kept(InMemoryStores.store(framing, StoreNames.FRAMING));
        FramersInMemory networks = new FramersInMemory(store, config.framing());
        HandledOffsets offsets =
                new HandledOffsets(store, ArrivalJournal::offsetKey, TopicIds.UNKNOWN, Commits.TOGETHER, 0);
        return new ArrivalHandler(config.framing(), 1, services, framing, networks, offsets, records, () -> 0);
    }

    private PromptCommit commit(MockProcessorContext<String, byte[]> context) {
        return new PromptCommit(context, time, 0);
    }

    private MockProcessorContext<String, byte[]> context() {
        MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(0);
        others.add(context);
        return context;
    }

    void receive(String topic, byte[] value, long timestamp) {
        framing.setRecordMetadata(topic, 0, offset++);
        arrivals.handle(new Record<>(null, value, timestamp));
    }

    private KeyValueStore<Bytes, byte[]> kept(KeyValueStore<Bytes, byte[]> store) {
        stores.add(store);
        return store;
    }

    /** Counts the rows of all stores that have the network's name in their keys. */
    int rowsOf(String network) {
        int rows = 0;
        for (KeyValueStore<Bytes, byte[]> store : stores) {
            try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
                while (all.hasNext()) {
                    rows += new String(all.next().key.get(), StandardCharsets.ISO_8859_1).contains(network) ? 1 : 0;
                }
            }
        }
        return rows;
    }

    /** Returns the records that were sent to the topics. */
    SentRecords sent() {
        SentRecords sent = new SentRecords();
        framing.forwarded().forEach(forward -> add(forward, sent));
        others.forEach(context -> context.forwarded().forEach(forward -> add(forward, sent)));
        return sent;
    }

    private static void add(CapturedForward<?, ? extends byte[]> forward, SentRecords sent) {
        Record<?, ? extends byte[]> record = forward.record();
        Object key = record.key();
        sent.add(
                Objects.requireNonNull(TOPICS.get(forward.childName().orElseThrow())),
                key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "" + key,
                record.value(),
                record.timestamp());
    }
}
