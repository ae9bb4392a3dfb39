package dev.hebb.loop.kafka;

import dev.hebb.client.Connection;
import dev.hebb.loop.OpenLoop;
import dev.hebb.loop.Plasticity;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.tissue.SynapseNews;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The pipeline as the tissue's plasticity: spikes go to its topic, and at each end of a window a heartbeat, so that the
 * window closes at once; answers come from {@code synapse-events}, {@code pruning-events} and {@code dendrites}.
 */
public final class KafkaPlasticity implements Plasticity, AutoCloseable {
    private final Feed feed;
    private final OpenLoop outward;
    private final AwaitedResults results;
    private final long windowMicros;
    private long firstWindow = Long.MAX_VALUE;

    /**
     * Listens from now on.
     *
     * @param feed sends the spikes of the network; when it is stopped, no answer is waited for
     * @param windowMicros length of the pipeline's windows
     * @param timeout how long to wait for an answer at most
     */
    public KafkaPlasticity(Connection connection, String network, Feed feed, long windowMicros, Duration timeout) {
        this.feed = feed;
        this.outward = new OpenLoop(feed);
        this.windowMicros = windowMicros;
        this.results = new AwaitedResults(connection, network, windowMicros, timeout);
    }

    @Override
    public void live(SpikeBlock spikes, long untilMicros) throws IOException, InterruptedException {
        outward.live(spikes, untilMicros);
        if (firstWindow == Long.MAX_VALUE && !spikes.isEmpty()) {
            firstWindow = Math.floorDiv(spikes.timeMicros(0), windowMicros);
        }
        if (firstWindow != Long.MAX_VALUE && Math.floorMod(untilMicros, windowMicros) == 0) {
            feed.heartbeat(untilMicros);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The pipeline knows of a network, and closes its windows, from its first spike on.
     */
    @Override
    public List<SynapseNews> newsOf(long window) throws InterruptedException {
        return window < firstWindow ? List.of() : results.await(window, feed::isStopped);
    }

    @Override
    public void close() {
        results.close();
    }
}
