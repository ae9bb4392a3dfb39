package dev.hebb.replay;

import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeProducer;
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

    private final SpikeProducer producer;
    private final String network;
    private final Feed feed;

    public Replay(SpikeProducer producer, String network, Feed feed) {
        this.producer = producer;
        this.network = network;
        this.feed = feed;
    }

    /**
     * Sends everything and waits until Kafka has it. A feed that is stopped meanwhile ends early.
     *
     * @param windowMicros the pipeline's window: a heartbeat closes the one with the last spike; 0 for none
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if interrupted; what was sent so far stays sent
     */
    public void run(Life life, long windowMicros) throws IOException, InterruptedException {
        sendGaps(life);
        for (Life.Segment segment : life.segments()) {
            try (SpikeSource source = new ShiftedSource(segment.file().open(), segment.shiftMicros())) {
                feed.run(source);
            }
        }
        if (windowMicros > 0 && !feed.isStopped()) {
            feed.heartbeat(endOfWindow(life.lastSpikeMicros(), windowMicros));
        }
        producer.flush();
    }

    private void sendGaps(Life life) throws InterruptedException {
        life.gaps().forEach(gap -> producer.gap(network, gap.fromMicros(), gap.toMicros()));
        if (!life.gaps().isEmpty()) {
            producer.flush();
            Thread.sleep(BETWEEN_GAPS_AND_SPIKES.toMillis());
        }
    }

    /** End of the window that an event lies in. */
    public static long endOfWindow(long micros, long windowMicros) {
        return Math.multiplyExact(Math.floorDiv(micros, windowMicros) + 1, windowMicros);
    }
}
