package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.record.CoFiringEncoder;
import dev.hebb.record.EventRecords;
import dev.hebb.schema.CoFiring;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ReportSink;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.WindowTotals;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what a shard finds as records on the topics, and its reports to the census. Not thread-safe. */
final class ShardRecords {
    private final ProcessorContext<? super String, ? super byte[]> context;
    private final CauseTime time;
    private final int shard;
    private final ShardConfig config;
    private final PipelineMetrics metrics;
    private final ReportSink reports;
    private final PromptCommit commit;
    private final CoFiringEncoder coFiring;
    private final AvroEncoder<Dendrite> dendrites;
    private final AvroEncoder<SynapseEvent> synapseEvents;
    private final AvroEncoder<PruningEvent> pruningEvents;
    private final AvroEncoder<NetworkWindow> networkWindows;
    private final AvroEncoder<NetworkEvent> networkEvents;

    /**
     * @param time of the record that causes what is found
     * @param shard number of the shard
     * @param reports where the reports to the census go
     * @param commit asked when a window is closed
     */
    ShardRecords(
            ProcessorContext<? super String, ? super byte[]> context,
            CauseTime time,
            int shard,
            ShardConfig config,
            TaskServices services,
            ReportSink reports,
            PromptCommit commit) {
        this.context = context;
        this.time = time;
        this.shard = shard;
        this.config = config;
        this.metrics = services.metrics();
        this.reports = reports;
        this.commit = commit;
        SchemaRegistryClient registry = services.registry();
        TopicNames topics = services.topics();
        AvroEncoder<CoFiring> registered = encoder(registry, topics.coFiring(), CoFiring.getClassSchema());
        this.coFiring = new CoFiringEncoder(registered.schemaId(), config);
        this.dendrites = encoder(registry, topics.dendrites(), Dendrite.getClassSchema());
        this.synapseEvents = encoder(registry, topics.synapseEvents(), SynapseEvent.getClassSchema());
        this.pruningEvents = encoder(registry, topics.pruningEvents(), PruningEvent.getClassSchema());
        this.networkWindows = encoder(registry, topics.networkWindows(), NetworkWindow.getClassSchema());
        this.networkEvents = encoder(registry, topics.networkEvents(), NetworkEvent.getClassSchema());
    }

    private static <T> AvroEncoder<T> encoder(
            SchemaRegistryClient registry, String topic, org.apache.avro.Schema schema) {
        return AvroEncoder.register(registry, TopicNames.subject(topic), schema);
    }

    /** Returns the outputs of one network. */
    OfNetwork of(String network) {
        return new OfNetwork(network);
    }

    /** Outputs of one network as records. */
    final class OfNetwork implements ShardOutputs {
        private final String network;

        private OfNetwork(String network) {
            this.network = network;
        }

        @Override
        public void coFiring(CoFiringCounts counts) {
            prepared(counts).run();
        }

        @Override
        public Runnable prepared(CoFiringCounts counts) {
            String key = network + '/' + counts.post();
            byte[] value = coFiring.encode(network, counts);
            return () -> forward(key, value, NodeNames.CO_FIRING_SINK);
        }

        @Override
        public void change(WindowContext window, int post, SynapseChange change) {
            String key = network + '/' + post;
            if (change.kind() == ChangeKind.PRUNED) {
                PruningEvent event = EventRecords.pruning(network, post, change, window, config);
                metrics.pruned(event);
                forward(key, pruningEvents.encode(event), NodeNames.PRUNING_EVENTS_SINK);
            } else {
                SynapseEvent event = EventRecords.synapse(network, post, change, window, config);
                forward(key, synapseEvents.encode(event), NodeNames.SYNAPSE_EVENTS_SINK);
            }
        }

        @Override
        public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {
            byte[] value = synapses.size() == 0
                    ? null
                    : dendrites.encode(EventRecords.dendrite(network, window, atMicros, post, synapses, config));
            forward(network + '/' + post, value, NodeNames.DENDRITES_SINK);
        }

        /** A dendrite of a network that is forgotten: a tombstone. */
        void noDendrite(int post) {
            forward(network + '/' + post, null, NodeNames.DENDRITES_SINK);
        }

        /** The network is forgotten here. */
        void forgotten() {
            metrics.forgotten(network);
            reports.forget(network, shard);
            commit.request();
        }

        @Override
        public void notice(NetworkNotice notice) {
            forward(network, networkEvents.encode(EventRecords.notice(network, notice)), NodeNames.NETWORK_EVENTS_SINK);
        }

        @Override
        public void closed(WindowTotals totals, NeuronReport report) {
            NetworkWindow record = EventRecords.window(network, shard, config.shards(), totals);
            metrics.windowClosed(context.taskId(), record);
            forward(network + '/' + shard, networkWindows.encode(record), NodeNames.NETWORK_WINDOWS_SINK);
            reports.report(network, shard, report);
            commit.request();
        }

        @SuppressWarnings("NullAway") // null is Kafka's tombstone
        private void forward(String key, byte @Nullable [] value, String child) {
            context.forward(new Record<>(key, value, time.millis()), child);
        }
    }
}
