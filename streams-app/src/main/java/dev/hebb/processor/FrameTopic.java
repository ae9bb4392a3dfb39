package dev.hebb.processor;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FrameSink;
import dev.hebb.row.FrameCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The internal topic of frames as a sink: sends each frame to every shard. Not thread-safe. */
final class FrameTopic implements FrameSink {
    private static final int NETWORKS_IN_MEMORY = 256;

    private final ProcessorContext<Object, Object> context;
    private final CauseTime time;
    private final int shards;
    private final long windowMicros;
    private final PromptCommit commit;
    private final FrameCodec codec = new FrameCodec();
    private final NetworksInMemory<OpenWindow> openWindows = new NetworksInMemory<>(NETWORKS_IN_MEMORY, Long.MAX_VALUE);

    /** The window that a network's watermark lies in. */
    private static final class OpenWindow {
        long number;
    }

    /**
     * @param shards how many shards there are
     * @param windowMicros length of a window
     * @param commit asked when a frame closes a window
     */
    FrameTopic(
            ProcessorContext<Object, Object> context,
            CauseTime time,
            int shards,
            long windowMicros,
            PromptCommit commit) {
        this.context = context;
        this.time = time;
        this.shards = shards;
        this.windowMicros = windowMicros;
        this.commit = commit;
    }

    @Override
    public void frame(Frame frame) {
        byte[] value = codec.encode(frame);
        for (int shard = 0; shard < shards; shard++) {
            byte[] key = (frame.network() + "/" + shard).getBytes(StandardCharsets.UTF_8);
            context.forward(new Record<>(key, value, time.millis()), NodeNames.FRAMES);
        }
        OpenWindow open = openWindows.get(frame.network(), network -> new OpenWindow());
        long now = Math.floorDiv(frame.watermarkMicros(), windowMicros);
        if (now != open.number) {
            open.number = now;
            commit.request();
        }
    }
}
