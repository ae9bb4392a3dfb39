package dev.hebb.topology;

import dev.hebb.client.RejectReason;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.SourceRecord;
import dev.hebb.state.FrameCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends frames to every shard, and what is refused to where it can be looked up. One a task; not thread-safe. */
final class FramingRecords implements FramingOutput {
    private final ProcessorContext<Object, byte[]> context;
    private final int shards;
    private final PipelineMetrics metrics;
    private final FrameCodec codec = new FrameCodec();
    private long timestamp;
    private int spikes;
    private int duplicates;

    FramingRecords(ProcessorContext<Object, byte[]> context, int shards, PipelineMetrics metrics) {
        this.context = context;
        this.shards = shards;
        this.metrics = metrics;
    }

    /** What follows carries the wall-clock time of the record that caused it. */
    FramingRecords at(long recordTimestamp) {
        timestamp = recordTimestamp;
        spikes = 0;
        duplicates = 0;
        return this;
    }

    /** Spikes in frames since {@link #at}. */
    int spikes() {
        return spikes;
    }

    /** Duplicates dropped since {@link #at}. */
    int duplicates() {
        return duplicates;
    }

    @Override
    public void frame(Frame frame) {
        byte[] packed = codec.encode(frame);
        for (int shard = 0; shard < shards; shard++) {
            context.forward(new Record<>(frame.network() + '/' + shard, packed, timestamp), NodeNames.FRAMES);
        }
        spikes += frame.size();
        duplicates += (int) frame.duplicates();
    }

    @Override
    @SuppressWarnings("NullAway") // a rejected record may have had neither key nor value
    public void rejected(SourceRecord source, RejectReason reason, int count, String detail) {
        Headers headers = new RecordHeaders();
        add(headers, "reason", reason.name());
        add(headers, "topic", source.topic());
        add(headers, "partition", Integer.toString(source.partition()));
        add(headers, "offset", Long.toString(source.offset()));
        add(headers, "count", Integer.toString(count));
        add(headers, "detail", detail);
        byte[] key = source.key();
        byte[] value = source.value();
        context.forward(new Record<>(key, value, timestamp, headers), NodeNames.REJECTED_SPIKES_SINK);
        metrics.rejected(reason.name(), count);
    }

    /** Sends a record on to where its network belongs. */
    void reroute(String network, byte @Nullable [] value, Headers headers) {
        byte[] key = network.getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(key, value, timestamp, headers), NodeNames.SPIKES_REROUTED_SINK);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
