package dev.hebb.processor;

import dev.hebb.census.Census;
import dev.hebb.census.CensusConfig;
import dev.hebb.census.PrunedNeuron;
import dev.hebb.client.TopicNames;
import dev.hebb.row.ReportCodec;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.shard.NeuronReport;
import dev.hebb.store.StoreNames;
import dev.hebb.store.StoredCensus;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Prunes neurons, once every shard of their network has closed a window. */
public final class CensusProcessor implements Processor<String, byte[], String, byte[]> {
    private final CensusConfig config;
    private final TopicNames topics;
    private final SchemaRegistryClient registry;
    private final PipelineMetrics metrics;
    private State state = State.CLOSED;

    /** What exists between init and close. */
    private record State(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<Bytes, byte[]> store,
            AvroEncoder<PruningEvent> events) {
        @SuppressWarnings("NullAway") // never used: Kafka Streams calls init first
        static final State CLOSED = new State(null, null, null);
    }

    public CensusProcessor(
            CensusConfig config, TopicNames topics, SchemaRegistryClient registry, PipelineMetrics metrics) {
        this.config = config;
        this.topics = topics;
        this.registry = registry;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        String subject = TopicNames.subject(topics.pruningEvents());
        state = new State(
                context,
                context.getStateStore(StoreNames.CENSUS),
                AvroEncoder.register(registry, subject, PruningEvent.getClassSchema()));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        ReportCodec.Received received = ReportCodec.decode(record.value());
        long window = received.report().window();
        StoredCensus stored = new StoredCensus(state.store, record.key());
        stored.keep(received.shard(), window, record.value());
        List<NeuronReport> reports = stored.takeIfComplete(config.shards(), window);
        if (!reports.isEmpty()) {
            Census census = new Census(stored.load());
            List<PrunedNeuron> pruned = census.close(reports);
            stored.save(census.neurons());
            pruned.forEach(neuron -> forward(record, received.report(), neuron));
        }
    }

    private void forward(Record<String, byte[]> cause, NeuronReport report, PrunedNeuron pruned) {
        PruningEvent event = PruningEvent.newBuilder()
                .setNetwork(cause.key())
                .setKind(PruningKind.NEURON)
                .setPost(pruned.neuron())
                .setReason(PruningReason.valueOf(pruned.reason().name()))
                .setWeight(0)
                .setZ(0)
                .setLagMicros(0)
                .setStage(report.stage())
                .setFormedAt(pruned.life().firstFormedMicros())
                .setLastCoFiredAt(pruned.life().lastSpikeMicros())
                .setAt(report.endMicros())
                .setWindow(report.window())
                .build();
        metrics.pruned(event);
        String key = cause.key() + '/' + pruned.neuron();
        state.context.forward(new Record<>(key, state.events.encode(event), cause.timestamp()));
    }
}
