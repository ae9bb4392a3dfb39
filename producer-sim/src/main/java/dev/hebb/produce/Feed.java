package dev.hebb.produce;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Carries spikes of one network from sources to a sink: cuts batches, keeps the pace, and where the pace makes it wait,
 * says by heartbeats how far time has come. Not thread-safe.
 */
public final class Feed {
    private final SpikeSink sink;
    private final Options options;
    private final WallClock clock;
    private final FeedListener listener;
    private final Pacer pacer;
    private final BatchCutter cutter;
    private final SpikeBlock block = new SpikeBlock();
    private volatile boolean stopped;
    private long spikes;
    private long batches;
    private long heartbeats;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;

    /**
     * How to feed.
     *
     * @param speed how fast event time runs
     * @param batchMicros longest duration of a batch
     * @param heartbeatEvery wall time of silence after which a paced feed sends a heartbeat
     */
    public record Options(Speed speed, long batchMicros, Duration heartbeatEvery) {
        /** As fast as it goes, 100 ms a batch. */
        public static final Options MAX_SPEED = new Options(Speed.MAX, 100_000, Duration.ofSeconds(1));

        public Options {
            if (heartbeatEvery.isNegative() || heartbeatEvery.isZero()) {
                throw new IllegalArgumentException("the heartbeat's interval must be above 0, not " + heartbeatEvery);
            }
        }
    }

    public Feed(SpikeSink sink, Options options, WallClock clock, FeedListener listener) {
        this.sink = sink;
        this.options = options;
        this.clock = clock;
        this.listener = listener;
        this.pacer = new Pacer(options.speed(), clock);
        this.cutter = new BatchCutter(options.batchMicros());
    }

    /** A feed without listener, by the machine's clock. */
    public Feed(SpikeSink sink, Options options) {
        this(sink, options, WallClock.system(), FeedListener.NONE);
    }

    /**
     * Sends all spikes of a source; the pace starts anew with its first spike.
     *
     * @throws IOException if the source cannot be read
     * @throws InterruptedException if the thread is interrupted while it keeps the pace
     */
    public void run(SpikeSource source) throws IOException, InterruptedException {
        pacer.restart();
        while (!stopped && source.read(block)) {
            for (int spike = 0; spike < block.length() && !stopped; spike++) {
                long time = block.timeMicros(spike);
                if (!cutter.fits(time)) {
                    sendBatch();
                }
                cutter.add(time, block.neuron(spike));
            }
        }
        sendBatch();
    }

    /** Sends a heartbeat: nothing before this time is still to come. */
    public void heartbeat(long originMicros) {
        sink.heartbeat(originMicros);
        heartbeats++;
    }

    /** Makes {@link #run} return soon, from any thread. What it had begun is sent. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    public FeedReport report() {
        return new FeedReport(spikes, batches, heartbeats, firstMicros, lastMicros);
    }

    private void sendBatch() throws InterruptedException {
        SpikeBlock batch = cutter.pending();
        if (batch.isEmpty()) {
            return;
        }
        awaitDue(cutter.latestMicros(), cutter.earliestMicros());
        sink.batch(cutter.earliestMicros(), batch);
        spikes += batch.length();
        batches++;
        firstMicros = Math.min(firstMicros, cutter.earliestMicros());
        lastMicros = Math.max(lastMicros, cutter.latestMicros());
        listener.sent(batch.length(), cutter.latestMicros());
        cutter.clear();
    }

    private void awaitDue(long dueMicros, long earliestMicros) throws InterruptedException {
        long silence = options.heartbeatEvery().toNanos();
        long slice = Math.min(silence, TimeUnit.MILLISECONDS.toNanos(100));
        long lastSign = clock.nanoTime();
        for (long nanos = pacer.nanosUntil(dueMicros); nanos > 0 && !stopped; nanos = pacer.nanosUntil(dueMicros)) {
            clock.sleep(Math.min(nanos, slice));
            if (clock.nanoTime() - lastSign >= silence) {
                heartbeat(Math.min(pacer.nowMicros(), earliestMicros));
                lastSign = clock.nanoTime();
            }
        }
    }
}
