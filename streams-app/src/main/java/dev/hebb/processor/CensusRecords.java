package dev.hebb.processor;

import dev.hebb.census.PrunedNeuron;
import dev.hebb.client.TopicNames;
import dev.hebb.record.EventRecords;
import dev.hebb.schema.PruningEvent;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.shard.NeuronReport;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends the neurons that a census prunes as records. Not thread-safe. */
final class CensusRecords {
    private final ProcessorContext<String, byte[]> context;
    private final CauseTime time;
    private final PipelineMetrics metrics;
    private final AvroEncoder<PruningEvent> events;

    /** @param time of the record that causes a pruning */
    CensusRecords(
            ProcessorContext<String, byte[]> context,
            CauseTime time,
            TopicNames topics,
            SchemaRegistryClient registry,
            PipelineMetrics metrics) {
        this.context = context;
        this.time = time;
        this.metrics = metrics;
        events = AvroEncoder.register(
                registry, TopicNames.subject(topics.pruningEvents()), PruningEvent.getClassSchema());
    }

    /** @param report of any shard on the window in which the neuron was pruned */
    void pruned(String network, NeuronReport report, PrunedNeuron neuron) {
        PruningEvent event = EventRecords.pruning(network, report, neuron);
        metrics.pruned(event);
        Record<String, byte[]> record =
                new Record<>(network + '/' + neuron.neuron(), events.encode(event), time.millis());
        context.forward(record, NodeNames.NEURON_PRUNING_SINK);
    }
}
