package dev.hebb.processor;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FrameSink;
import dev.hebb.row.FrameCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The internal topic of frames as a sink: sends each frame to every shard. Not thread-safe. */
final class FrameTopic implements FrameSink {
    private final ProcessorContext<byte[], byte[]> context;
    private final CauseTime time;
    private final int shards;
    private final FrameCodec codec = new FrameCodec();

    FrameTopic(ProcessorContext<byte[], byte[]> context, CauseTime time, int shards) {
        this.context = context;
        this.time = time;
        this.shards = shards;
    }

    @Override
    public void frame(Frame frame) {
        byte[] value = codec.encode(frame);
        for (int shard = 0; shard < shards; shard++) {
            byte[] key = (frame.network() + "/" + shard).getBytes(StandardCharsets.UTF_8);
            context.forward(new Record<>(key, value, time.millis()), NodeNames.FRAMES);
        }
    }
}
