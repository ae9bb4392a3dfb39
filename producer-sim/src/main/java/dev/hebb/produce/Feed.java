package dev.hebb.produce;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Carries spikes of one network from sources to a sink: cuts batches, keeps the pace, and where the pace makes it wait,
 * says by heartbeats how far time has come. Not thread-safe.
 */
public final class Feed {
    private static final long LONGEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LONGEST_STEP_MICROS = 60_000_000;

    /** A silence that is longer is not one: the recording paused, or a clock leapt. */
    private static final long LONGEST_SILENCE_MICROS = TimeUnit.HOURS.toMicros(1);

    private static final long AFTER_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final SpikeSink sink;
    private final Options options;
    private final WallClock clock;
    private final FeedListener listener;
    private final Pacer pacer;
    private final BatchCutter cutter;
    private final SpikeBlock block = new SpikeBlock();
    private final TimeSteps steps = new TimeSteps();
    private volatile boolean stopped;
    private SentSpikes sent = SentSpikes.NONE;
    private long spikes;
    private long batches;
    private long heartbeats;
    private long gaps;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;
    private long previousMicros = Long.MAX_VALUE;
    private long lastArrivalNanos;
    private long lastHeartbeatNanos;

    /** Choice of the times at which a feed says how far time has come without a spike. */
    public enum Heartbeats {
        /** No heartbeats: earlier spikes may still come. */
        NEVER,
        /**
         * Heartbeats while the feed keeps the pace, and over each minute of silence: the source is in order, so silence
         * is known.
         */
        IN_ORDER,
        /**
         * Heartbeats while nothing arrives: the source is live, and its time follows the wall clock.
         */
        LIVE
    }

    /**
     * Options of a feed.
     *
     * @param speed how fast event time runs
     * @param batchMicros longest duration of a batch
     * @param heartbeats when to send them
     * @param heartbeatEvery wall time of silence before each; of a live source also how far a heartbeat stays behind,
     *     for what is on its way
     */
    public record Options(Speed speed, long batchMicros, Heartbeats heartbeats, Duration heartbeatEvery) {
        /** Options of a feed that sends as fast as it can, in batches of 100 ms. */
        public static final Options MAX_SPEED =
                new Options(Speed.MAX, 100_000, Heartbeats.IN_ORDER, Duration.ofSeconds(1));

        public Options {
            BatchCutter.requirePossible(batchMicros);
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

    /** Leaves out spikes that were sent before; to be called before {@link #run}, whose sources must be in order. */
    public void resume(SentSpikes before) {
        sent = before;
    }

    /** Returns whether something was sent before. */
    public boolean isResumed() {
        return !sent.isEmpty();
    }

    /**
     * Sends all spikes of a source; the pace restarts with its first spike. When the source has nothing for the moment,
     * the spikes that it gave before are sent at once.
     *
     * @throws IOException if the source cannot be read
     * @throws InterruptedException if the thread is interrupted while it keeps the pace
     */
    public void run(SpikeSource source) throws IOException, InterruptedException {
        pacer.restart();
        previousMicros = Long.MAX_VALUE;
        while (!stopped && source.read(block)) {
            for (int spike = 0; spike < block.length() && !stopped; spike++) {
                add(block.timeMicros(spike), block.neuron(spike));
            }
            if (block.isEmpty()) {
                sendBatch();
                sayIfSilent();
            }
        }
        sendBatch();
    }

    private void add(long timeMicros, int neuron) throws InterruptedException {
        if (sent.contains(timeMicros, neuron)) {
            previousMicros = timeMicros;
            return;
        }
        if (!cutter.fits(timeMicros)) {
            sendBatch();
        }
        cutter.add(timeMicros, neuron);
        steps.add(timeMicros);
    }

    /** Sends a heartbeat: nothing before this time is still to come. */
    public void heartbeat(long originMicros) {
        sink.heartbeat(originMicros);
        lastHeartbeatNanos = clock.nanoTime();
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
        return new FeedReport(spikes, batches, heartbeats, gaps, firstMicros, lastMicros, steps.find());
    }

    /** Time of the last spike that was sent, now or before. */
    public long lastSentMicros() {
        return spikes == 0 ? sent.lastMicros() : lastMicros;
    }

    private void sendBatch() throws InterruptedException {
        SpikeBlock batch = cutter.pending();
        if (batch.isEmpty()) {
            return;
        }
        awaitDue(cutter.latestMicros(), cutter.earliestMicros());
        bridgeSilence(cutter.earliestMicros());
        sink.batch(cutter.earliestMicros(), batch);
        spikes += batch.length();
        batches++;
        firstMicros = Math.min(firstMicros, cutter.earliestMicros());
        lastMicros = Math.max(lastMicros, cutter.latestMicros());
        previousMicros = cutter.latestMicros();
        lastArrivalNanos = clock.nanoTime();
        listener.sent(batch.length(), cutter.latestMicros());
        cutter.clear();
    }

    /** A long silence step by step, as the pipeline does not believe a clock that jumps far ahead at once. */
    private void bridgeSilence(long nextMicros) throws InterruptedException {
        if (options.heartbeats() == Heartbeats.IN_ORDER) {
            if (previousMicros != Long.MAX_VALUE && nextMicros - previousMicros > LONGEST_SILENCE_MICROS) {
                sayUnobserved(nextMicros);
            }
            while (!stopped && nextMicros - LONGEST_STEP_MICROS > previousMicros) {
                previousMicros += LONGEST_STEP_MICROS;
                heartbeat(previousMicros);
            }
        }
    }

    /** Waits until it has arrived, and a moment, so that the pipeline meets it before the spikes that follow. */
    private void sayUnobserved(long nextMicros) throws InterruptedException {
        sink.gap(previousMicros + 1, nextMicros);
        sink.flush();
        clock.sleep(AFTER_GAP_NANOS);
        gaps++;
        previousMicros = nextMicros;
    }

    private void sayIfSilent() {
        long step = options.heartbeatEvery().toNanos();
        boolean known = options.heartbeats() == Heartbeats.LIVE && batches > 0;
        if (known && clock.nanoTime() - Math.max(lastArrivalNanos, lastHeartbeatNanos) >= step) {
            long heldBackNanos = clock.nanoTime() - lastArrivalNanos - step;
            heartbeat(lastMicros + TimeUnit.NANOSECONDS.toMicros(heldBackNanos));
        }
    }

    private void awaitDue(long dueMicros, long earliestMicros) throws InterruptedException {
        long silence = options.heartbeatEvery().toNanos();
        long slice = Math.min(silence, LONGEST_SLEEP_NANOS);
        long waitingSince = clock.nanoTime();
        for (long nanos = pacer.nanosUntil(dueMicros); nanos > 0 && !stopped; nanos = pacer.nanosUntil(dueMicros)) {
            clock.sleep(Math.min(nanos, slice));
            if (options.heartbeats() == Heartbeats.IN_ORDER
                    && clock.nanoTime() - Math.max(waitingSince, lastHeartbeatNanos) >= silence) {
                heartbeat(Math.min(pacer.nowMicros(), earliestMicros));
            }
        }
    }
}
