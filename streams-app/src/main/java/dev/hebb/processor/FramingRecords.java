package dev.hebb.processor;

import dev.hebb.client.PlainText;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FrameSink;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.Position;
import dev.hebb.framing.RejectReason;
import dev.hebb.framing.SourceRecord;
import dev.hebb.processor.FramersInMemory.Resident;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what framing puts out: frames to their sink, and records of refusals and answers. Not thread-safe. */
final class FramingRecords implements FramingOutput {
    private static final int MOST_DETAIL = 1_000;

    private final ProcessorContext<? super byte[], ? super byte[]> context;
    private final CauseTime time;
    private final FrameSink sink;
    private final int largestRecordBytes;
    private final PipelineMetrics metrics;
    private int frames;
    private int spikes;
    private int duplicates;

    /**
     * @param time of the record that causes what is sent
     * @param sink where frames go
     */
    FramingRecords(
            ProcessorContext<? super byte[], ? super byte[]> context,
            CauseTime time,
            FrameSink sink,
            int largestRecordBytes,
            PipelineMetrics metrics) {
        this.context = context;
        this.time = time;
        this.sink = sink;
        this.largestRecordBytes = largestRecordBytes;
        this.metrics = metrics;
    }

    /** Sets the time stamp of the record that causes what is sent next, in Kafka's milliseconds of wall clock. */
    void begin(long recordTimestamp) {
        time.set(recordTimestamp);
        frames = 0;
        spikes = 0;
        duplicates = 0;
    }

    /** Updates the metrics, if there were frames since the beginning. */
    void end(Resident resident) {
        if (frames > 0) {
            Position position = resident.framer().position();
            metrics.framed(
                    context.taskId(),
                    resident.network(),
                    new PipelineMetrics.Framed(spikes, duplicates, position.clockMicros(), position.watermarkMicros()));
        }
    }

    /** Removes the metrics of the closed task. */
    void close() {
        metrics.closed(context.taskId());
    }

    @Override
    public void frame(Frame frame) {
        sink.frame(frame);
        frames++;
        spikes += frame.size();
        duplicates += (int) frame.duplicates();
    }

    @Override
    public void rejected(SourceRecord source, RejectReason reason, int count, String detail) {
        Headers headers = new RecordHeaders();
        headers.add("reason", bytes(reason.name()));
        headers.add("topic", bytes(source.topic()));
        headers.add("partition", bytes(Integer.toString(source.partition())));
        headers.add("offset", bytes(Long.toString(source.offset())));
        headers.add("count", bytes(Integer.toString(count)));
        headers.add("detail", bytes(PlainText.shown(detail, MOST_DETAIL)));
        byte[] key = limited("truncated-key-bytes", source.key(), headers);
        byte[] value = limited("truncated-value-bytes", source.value(), headers);
        context.forward(new Record<>(key, value, time.millis(), headers), NodeNames.REJECTED_SPIKES_SINK);
        metrics.rejected(reason.name(), count);
    }

    /** The answer to a command that framing decides on. */
    void networkEvent(String network, byte[] event) {
        context.forward(new Record<>(bytes(network), event, time.millis()), NodeNames.COMMAND_ANSWERS_SINK);
    }

    /** The record as it is, on its way to the partition of its network. */
    void reroute(SourceRecord source, String network) {
        context.forward(SourceRecords.rerouted(source, network, time.millis()), NodeNames.SPIKES_REROUTED_SINK);
    }

    /** Cuts what is larger than can be sent; a header says how long it was. */
    private byte @Nullable [] limited(String header, byte @Nullable [] bytes, Headers headers) {
        if (bytes == null || bytes.length <= largestRecordBytes) {
            return bytes;
        }
        headers.add(header, bytes(Integer.toString(bytes.length)));
        return Arrays.copyOf(bytes, largestRecordBytes / 2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
