package dev.hebb.processor;

import dev.hebb.census.CensusConfig;
import dev.hebb.config.HebbConfig;
import dev.hebb.row.ReportCodec;
import dev.hebb.row.ReportCodec.Received;
import dev.hebb.store.StoreNames;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The step of the census: from reports to pruned neurons.
 *
 * @param <V> a report, as it comes in
 */
public final class CensusProcessor<V> extends TaskProcessor<String, V, Object, Object> {
    private final HebbConfig config;
    private final TaskServices services;
    private final Function<V, Received> reportOf;
    private final boolean behindTopic;

    private CensusProcessor(
            HebbConfig config, TaskServices services, Function<V, Received> reportOf, boolean behindTopic) {
        this.config = config;
        this.services = services;
        this.reportOf = reportOf;
        this.behindTopic = behindTopic;
    }

    /** Behind the dendrites in one task, which are one shard. */
    public static CensusProcessor<Received> inOneTask(HebbConfig config, TaskServices services) {
        return new CensusProcessor<>(config, services, Function.identity(), false);
    }

    /** Behind the internal topic of reports. */
    public static CensusProcessor<byte[]> behindTopic(HebbConfig config, TaskServices services) {
        return new CensusProcessor<>(config, services, ReportCodec::decode, true);
    }

    @Override
    RecordHandler<String, V> open(ProcessorContext<Object, Object> context) {
        CensusConfig census = config.census();
        CauseTime time = new CauseTime();
        PromptCommit commit = new PromptCommit(context, time, config.streams().commitIntervalMillis());
        CensusRecords records = new CensusRecords(context, time, services, commit);
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(StoreNames.CENSUS);
        ReportHandler reports = new ReportHandler(census, store, records);
        RecordHandler<String, V> handler = record -> {
            time.set(record.timestamp());
            Received received = reportOf.apply(record.value());
            if (received.report() == null) {
                reports.forget(record.key(), received.shard());
            } else {
                reports.report(record.key(), received.shard(), received.said());
            }
        };
        return behindTopic ? OnceHandler.of(handler, context, store, services) : handler;
    }
}
