package dev.hebb.replay;

import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import java.time.Duration;

/**
 * Replays a network's life: first says all gaps, then sends the spikes, then closes the last window. The gaps are
 * acknowledged, and a moment passes, before the first spike, so that their records are the older ones on the broker and
 * the pipeline meets them first.
 */
public final class Replay {
    private static final Duration BETWEEN_GAPS_AND_SPIKES = Duration.ofMillis(200);

    private final SpikeSink sink;
    private final Feed feed;

    /**
     * A replay.
     *
     * @param feed feeds the same sink
     */
    public Replay(SpikeSink sink, Feed feed) {
        this.sink = sink;
        this.feed = feed;
    }

    /**
     * Sends everything and waits until Kafka has it. A feed that is stopped meanwhile ends early.
     *
     * @param windowMicros the pipeline's window: a heartbeat closes the one with the last spike; 0 for none
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if interrupted; what was sent so far stays sent
     */
    public void run(Timeline life, long windowMicros) throws IOException, InterruptedException {
        if (!feed.isResumed()) { // else Kafka has them: they were acknowledged before the first spike
            sendAge(life);
            sendGaps(life);
        }
        for (Timeline.Segment segment : life.segments()) {
            try (SpikeSource source = new ShiftedSource(segment.file().open(), segment.shiftMicros())) {
                feed.run(source);
            }
        }
        close(sink, feed, windowMicros);
    }

    /**
     * Ends what a feed has sent: closes the window of its last spike, unless it was stopped, and waits until Kafka has
     * everything.
     *
     * @param windowMicros the pipeline's window; 0 to leave it open
     */
    public static void close(SpikeSink sink, Feed feed, long windowMicros) {
        boolean any = feed.report().spikes() > 0 || feed.isResumed();
        if (windowMicros > 0 && any && !feed.isStopped()) {
            feed.heartbeat(endOfWindow(feed.lastSentMicros(), windowMicros));
        }
        sink.flush();
    }

    private void sendAge(Timeline life) {
        if (life.isByAge()) {
            long begin = life.segments().get(0).fromMicros();
            sink.age(begin, begin);
        }
    }

    private void sendGaps(Timeline life) throws InterruptedException {
        life.gaps().forEach(gap -> sink.gap(gap.fromMicros(), gap.toMicros()));
        if (life.isByAge() || !life.gaps().isEmpty()) {
            sink.flush();
            Thread.sleep(BETWEEN_GAPS_AND_SPIKES.toMillis());
        }
    }

    /** End of the window that an event lies in. */
    public static long endOfWindow(long micros, long windowMicros) {
        return Math.multiplyExact(Math.floorDiv(micros, windowMicros) + 1, windowMicros);
    }
}
