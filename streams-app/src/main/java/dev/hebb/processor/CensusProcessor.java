package dev.hebb.processor;

import dev.hebb.census.CensusConfig;
import dev.hebb.client.TopicNames;
import dev.hebb.row.ReportCodec;
import dev.hebb.store.StoreNames;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The step of the census behind the internal topic of reports. */
public final class CensusProcessor extends TaskProcessor<String, byte[], String, byte[]> {
    private final CensusConfig config;
    private final TopicNames topics;
    private final SchemaRegistryClient registry;
    private final PipelineMetrics metrics;

    public CensusProcessor(
            CensusConfig config, TopicNames topics, SchemaRegistryClient registry, PipelineMetrics metrics) {
        this.config = config;
        this.topics = topics;
        this.registry = registry;
        this.metrics = metrics;
    }

    @Override
    RecordHandler<String, byte[]> open(ProcessorContext<String, byte[]> context) {
        CauseTime time = new CauseTime();
        CensusRecords records = new CensusRecords(context, time, topics, registry, metrics);
        ReportHandler reports = new ReportHandler(config, context.getStateStore(StoreNames.CENSUS), records);
        return record -> {
            time.set(record.timestamp());
            ReportCodec.Received received = ReportCodec.decode(record.value());
            reports.report(record.key(), received.shard(), received.report());
        };
    }
}
