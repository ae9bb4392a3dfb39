package dev.hebb.processor;

import dev.hebb.config.HebbConfig;
import dev.hebb.framing.FrameSink;
import dev.hebb.framing.FramingConfig;
import dev.hebb.store.ArrivalJournal;
import dev.hebb.store.StoreNames;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The step of framing: from arrivals to frames, which go to the dendrites of the same task or to a topic. */
public final class FramingProcessor extends TaskProcessor<byte[], byte[], Object, Object> {
    private final HebbConfig config;
    private final TaskLayout layout;
    private final TaskServices services;

    public FramingProcessor(HebbConfig config, TaskLayout layout, TaskServices services) {
        this.config = config;
        this.layout = layout;
        this.services = services;
    }

    @Override
    RecordHandler<byte[], byte[]> open(ProcessorContext<Object, Object> context) {
        FramingConfig framing = config.framing();
        CauseTime time = new CauseTime();
        FramingRecords records = new FramingRecords(
                context, time, frames(context, time), framing.limits().recordBytes(), services.metrics());
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(StoreNames.FRAMING);
        FramersInMemory networks = new FramersInMemory(store, framing);
        HandledOffsets offsets = HandledOffsets.of(context, store, ArrivalJournal::offsetKey, services);
        LongSupplier now = () -> 0; // the clock is asked for only where it has effects
        if (framing.idleTimeoutMillis() > 0) {
            LiveTime live = new LiveTime(
                    framing.idleTimeoutMillis(),
                    () -> readMillis(context.taskId().partition()));
            now = () -> live.at(context.currentSystemTimeMs());
            context.schedule(
                    Duration.ofMillis(Math.max(1, framing.idleTimeoutMillis() / 2)),
                    PunctuationType.WALL_CLOCK_TIME,
                    new IdleNetworks(networks, records, live, framing.idleTimeoutMillis()));
        }
        return new ArrivalHandler(
                framing, layout.spikePartitions(), services, context, networks, offsets, records, now);
    }

    /** Wall clock when all spikes of a partition had last been read. */
    private long readMillis(int partition) {
        return Math.min(
                services.ends().reachedMillis(services.topics().spikes(), partition),
                services.ends().reachedMillis(services.topics().spikesRerouted(), partition));
    }

    private FrameSink frames(ProcessorContext<Object, Object> context, CauseTime time) {
        if (layout.isOneTask()) {
            return new FrameChild(context, time);
        }
        PromptCommit commit = new PromptCommit(context, time, config.streams().commitIntervalMillis());
        return new FrameTopic(context, time, layout.shards(), config.framing().windowMicros(), commit);
    }
}
