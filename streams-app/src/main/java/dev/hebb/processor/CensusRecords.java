package dev.hebb.processor;

import dev.hebb.census.PrunedNeuron;
import dev.hebb.client.TopicNames;
import dev.hebb.record.EventRecords;
import dev.hebb.schema.PruningEvent;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.shard.NeuronReport;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends the neurons that a census prunes as records. Not thread-safe. */
final class CensusRecords {
    private final ProcessorContext<? super String, ? super byte[]> context;
    private final CauseTime time;
    private final PipelineMetrics metrics;
    private final PromptCommit commit;
    private final AvroEncoder<PruningEvent> events;

    /**
     * @param time of the record that causes a pruning
     * @param commit asked when a neuron is pruned
     */
    CensusRecords(
            ProcessorContext<? super String, ? super byte[]> context,
            CauseTime time,
            TaskServices services,
            PromptCommit commit) {
        this.context = context;
        this.time = time;
        this.metrics = services.metrics();
        this.commit = commit;
        events = AvroEncoder.register(
                services.registry(),
                TopicNames.subject(services.topics().pruningEvents()),
                PruningEvent.getClassSchema());
    }

    /** @param report of any shard on the window in which the neuron was pruned */
    void pruned(String network, NeuronReport report, PrunedNeuron neuron) {
        PruningEvent event = EventRecords.pruning(network, report, neuron);
        metrics.pruned(event);
        Record<String, byte[]> record =
                new Record<>(network + '/' + neuron.neuron(), events.encode(event), time.millis());
        context.forward(record, NodeNames.NEURON_PRUNING_SINK);
        commit.request();
    }
}
