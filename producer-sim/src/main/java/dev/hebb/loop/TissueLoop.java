package dev.hebb.loop;

import dev.hebb.produce.Pacer;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.WallClock;
import dev.hebb.tissue.Cue;
import dev.hebb.tissue.RouteMeter;
import dev.hebb.tissue.SynapseNews;
import dev.hebb.tissue.Tissue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs tissue window by window, under what is answered to its spikes. The answer to window w takes effect when
 * {@link Pace#feedbackWindows} more windows are over, exactly at that edge, and the tissue does not continue before it
 * is there. So what happens depends on the settings, the seed and the commands, not on how fast anything is.
 */
public final class TissueLoop {
    private static final long LONGEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Tissue tissue;
    private final Plasticity plasticity;
    private final CommandSource commands;
    private final Pace pace;
    private final TissueControl control;
    private final Pacer pacer;
    private final WallClock clock;
    private final RouteMeter meter;
    private final LearnedSynapses synapses = new LearnedSynapses();
    private final SpikeBlock spikes = new SpikeBlock();
    private long nextAnswer;
    private long spikeCount;

    /**
     * Pace of time.
     *
     * @param windowMicros length of a window, a whole number of the tissue's steps
     * @param feedbackWindows windows between the end of a window and the effect of its answer, at least 1
     * @param chunkMicros the tissue's spikes are passed on at least so often
     * @param speed how fast event time runs
     */
    public record Pace(long windowMicros, int feedbackWindows, long chunkMicros, Speed speed) {
        public Pace {
            if (feedbackWindows < 1 || feedbackWindows > 1000) {
                throw new IllegalArgumentException(
                        "the answer to a window can take effect 1 to 1000 windows later, not " + feedbackWindows);
            }
            if (chunkMicros < 1 || windowMicros < 1) {
                throw new IllegalArgumentException("windows and batches must be longer than 0");
            }
        }
    }

    /**
     * A loop.
     *
     * @param notes receives, as one line each, what a user should know
     * @throws IllegalArgumentException if windows, or the start, do not fall on the tissue's steps
     */
    public TissueLoop(
            Tissue tissue,
            Plasticity plasticity,
            CommandSource commands,
            Pace pace,
            WallClock clock,
            Consumer<String> notes) {
        long step = tissue.settings().clock().stepMicros();
        if (pace.windowMicros() % step != 0 || Math.floorMod(tissue.nowMicros(), step) != 0) {
            throw new IllegalArgumentException("windows of " + pace.windowMicros() + " µs and a start at "
                    + tissue.nowMicros() + " µs do not fall on the tissue's steps of " + step + " µs");
        }
        this.tissue = tissue;
        this.plasticity = plasticity;
        this.commands = commands;
        this.pace = pace;
        this.control = new TissueControl(tissue, notes);
        this.clock = clock;
        this.pacer = new Pacer(pace.speed(), clock);
        this.meter = new RouteMeter(tissue.routes());
        this.nextAnswer = window();
    }

    /**
     * Lives up to a time, in whole steps; can be called again for a later time. At each window's edge the answer that
     * is due is applied before the tissue continues.
     *
     * @param untilMicros event time; {@link Long#MAX_VALUE}: for ever
     * @param isStopped asked often; true ends it early
     */
    public void run(long untilMicros, BooleanSupplier isStopped) throws IOException, InterruptedException {
        while (!isStopped.getAsBoolean() && isBefore(untilMicros)) {
            applyAnswers();
            commands.poll().forEach(control::expect);
            long end = Math.min(untilMicros, (window() + 1) * pace.windowMicros());
            while (!isStopped.getAsBoolean() && isBefore(end)) {
                control.applyDue();
                live(nextStop(end), isStopped);
            }
        }
    }

    /** Applies the answers that are due by now and were not applied yet; waits for them. */
    public void applyAnswers() throws InterruptedException {
        for (long due = window() - 1 - pace.feedbackWindows(); nextAnswer <= due; nextAnswer++) {
            for (SynapseNews news : plasticity.newsOf(nextAnswer)) {
                tissue.apply(news);
                synapses.accept(nextAnswer, news);
            }
        }
    }

    /** Returns whether a whole step is left before a time. */
    private boolean isBefore(long micros) {
        return micros - tissue.nowMicros() >= tissue.settings().clock().stepMicros();
    }

    private long window() {
        return Math.floorDiv(tissue.nowMicros(), pace.windowMicros());
    }

    /** The next multiple of a chunk, the next command, or the end; at least a step. */
    private long nextStop(long end) {
        long now = tissue.nowMicros();
        long step = tissue.settings().clock().stepMicros();
        long chunk = (Math.floorDiv(now, pace.chunkMicros()) + 1) * pace.chunkMicros();
        long soonest = Math.min(end, Math.min(chunk, control.nextMicros()));
        long steps = Math.min((soonest - now + step - 1) / step, (end - now) / step);
        return now + Math.max(1, steps) * step;
    }

    private void live(long untilMicros, BooleanSupplier isStopped) throws IOException, InterruptedException {
        spikes.clear();
        tissue.advance(untilMicros, spikes);
        long now = tissue.nowMicros();
        List<Cue> cues = tissue.takeCues();
        awaitDue(now, isStopped);
        plasticity.live(spikes, now);
        spikeCount += spikes.length();
        meter.accept(spikes, cues, now);
    }

    private void awaitDue(long micros, BooleanSupplier isStopped) throws InterruptedException {
        for (long nanos = pacer.nanosUntil(micros);
                nanos > 0 && !isStopped.getAsBoolean();
                nanos = pacer.nanosUntil(micros)) {
            clock.sleep(Math.min(nanos, LONGEST_SLEEP_NANOS));
        }
    }

    /** Spikes so far. */
    public long spikes() {
        return spikeCount;
    }

    /** Returns how routes answered their cues so far. */
    public RouteMeter meter() {
        return meter;
    }

    /** The synapses that the tissue knows. */
    public LearnedSynapses synapses() {
        return synapses;
    }
}
