package dev.hebb.processor;

import dev.hebb.config.HebbConfig;
import dev.hebb.framing.Frame;
import dev.hebb.row.FrameCodec;
import dev.hebb.shard.ReportSink;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoreNames;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The step of dendrites: from frames to results, and to reports to the census.
 *
 * @param <K> of records that bring frames
 * @param <V> a frame, as it comes in
 */
public final class DendriteProcessor<K, V> extends TaskProcessor<K, V, Object, Object> {
    private final HebbConfig config;
    private final TaskLayout layout;
    private final TaskServices services;
    private final Function<V, Frame> frameOf;
    private final BiFunction<ProcessorContext<Object, Object>, CauseTime, ReportSink> reportsOf;
    private final boolean behindTopic;

    private DendriteProcessor(
            HebbConfig config,
            TaskLayout layout,
            TaskServices services,
            Function<V, Frame> frameOf,
            BiFunction<ProcessorContext<Object, Object>, CauseTime, ReportSink> reportsOf,
            boolean behindTopic) {
        this.config = config;
        this.layout = layout;
        this.services = services;
        this.frameOf = frameOf;
        this.reportsOf = reportsOf;
        this.behindTopic = behindTopic;
    }

    /** Returns a processor between framing and census in one task. */
    public static DendriteProcessor<String, Frame> inOneTask(
            HebbConfig config, TaskLayout layout, TaskServices services) {
        return new DendriteProcessor<>(config, layout, services, Function.identity(), ReportChild::new, false);
    }

    /** Returns a processor between the internal topics of frames and of reports: the partition is the shard. */
    public static DendriteProcessor<byte[], byte[]> betweenTopics(
            HebbConfig config, TaskLayout layout, TaskServices services) {
        return new DendriteProcessor<>(config, layout, services, FrameCodec::decode, ReportTopic::new, true);
    }

    @Override
    RecordHandler<K, V> open(ProcessorContext<Object, Object> context) {
        int shard = layout.shardOf(context.taskId().partition());
        CauseTime time = new CauseTime();
        PromptCommit commit = new PromptCommit(context, time, config.streams().commitIntervalMillis());
        ShardRecords records = new ShardRecords(
                context, time, shard, config.shard(), services, reportsOf.apply(context, time), commit);
        FrameHandler frames = new FrameHandler(
                shard,
                config.shard(),
                config.learning(),
                ShardStores.of(context),
                records,
                services.workers(),
                layout.tasks());
        RecordHandler<K, V> handler = new RecordHandler<>() {
            @Override
            public void handle(Record<K, V> record) {
                time.set(record.timestamp());
                frames.frame(frameOf.apply(record.value()));
            }

            @Override
            public void close() {
                services.metrics().closed(context.taskId());
            }
        };
        return behindTopic
                ? OnceHandler.of(handler, context, context.getStateStore(StoreNames.SHARD_PROGRESS), services)
                : handler;
    }
}
