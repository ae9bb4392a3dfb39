package dev.hebb.shard;

import dev.hebb.cofiring.PairTotals;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.command.TimedCommand;
import dev.hebb.rule.WindowTimes;
import dev.hebb.synapse.WindowContext;
import java.util.stream.IntStream;

/** The steps of closing a window: count, publish, learn, recount and judge what is due, sum up. */
final class WindowCloser {
    private final ShardConfig config;
    private final ShardMemory memory;
    private final ShardStorage storage;
    private final StepRunner runner;
    private final NetworkConditions conditions;
    private final RecountCalendar calendar;
    private final NewestCounts newest;
    private final SampleCounter sample;
    private final PairTotals pairTotals;
    private long observedMicros;
    private WindowTotals lastTotals = WindowTotals.NONE;

    WindowCloser(ShardConfig config, Learning learning, ShardMemory memory, ShardStorage storage, StepRunner runner) {
        this.config = config;
        this.memory = memory;
        this.storage = storage;
        this.runner = runner;
        this.conditions = new NetworkConditions(learning.stages(), memory);
        this.calendar = new RecountCalendar(config.judgeEveryWindows());
        this.newest = new NewestCounts(memory, storage, config, learning.evidence());
        this.sample = new SampleCounter(memory, storage, config, learning);
        this.pairTotals = new PairTotals(config.axis());
    }

    /** The network's first window. */
    void startAt(long window) {
        calendar.allRecountedBefore(window);
    }

    void restore(ShardState state) {
        ShardProgress progress = state.progress();
        calendar.allRecountedBefore(progress.recountedBefore());
        observedMicros = progress.observedMicros();
        lastTotals = progress.totals();
        conditions.restore(state.control());
        sample.restore();
    }

    /** A command, which is applied in the first window that ends after it takes effect. */
    void expect(TimedCommand command) {
        conditions.expect(command);
    }

    ShardState state(long lastSeq, long watermarkMicros, long nextWindow) {
        ShardProgress progress = new ShardProgress(
                lastSeq,
                watermarkMicros,
                nextWindow,
                calendar.recountedBefore(),
                observedMicros,
                memory.unobserved.gaps(),
                lastTotals,
                memory.neurons.size(),
                memory.ownSpikes());
        return new ShardState(progress, memory.neurons, conditions.state());
    }

    /** Spikes before this time are no longer needed when this window is the next to close. */
    long neededFromMicros(long nextWindow) {
        long oldest = Math.min(calendar.firstNewOfAll(nextWindow), nextWindow);
        return oldest * config.windowMicros() - config.axis().reachMicros();
    }

    /**
     * Closes a window, or passes over it and its successors if they were not observed.
     *
     * @param openWindow the window that the watermark lies in: spikes of all earlier ones are here
     * @return the next window to close
     */
    long close(long window, long openWindow, ShardOutputs outputs) {
        long start = window * config.windowMicros();
        long end = start + config.windowMicros();
        long observed = memory.unobserved.observedMicros(start, end);
        long next = observed > 0 ? window : afterGap(window, openWindow);
        if (next > window) {
            addBeforeGap(window);
            calendar.allRecountedBefore(next);
            return next;
        }
        observedMicros += observed;
        WindowConditions now = conditions.enter(window, start, end, lastTotals.stage(), outputs);
        WindowTimes times = new WindowTimes(start, end, observed, previousEndMicros(start));
        WindowContext context = new WindowContext(window, times, observedMicros, now.stage(), now.plasticity());
        closeObserved(new ClosingWindow(context, now, memory.neuronsBefore(end), memory), outputs);
        return window + 1;
    }

    private long previousEndMicros(long startMicros) {
        return lastTotals.equals(WindowTotals.NONE) ? startMicros : lastTotals.endMicros();
    }

    /** The window in which the gap ends; an earlier one if a spike says that it was no gap, or might still do so. */
    private long afterGap(long window, long openWindow) {
        long start = window * config.windowMicros();
        long after = Math.min(openWindow, Math.floorDiv(memory.unobserved.nextObserved(start), config.windowMicros()));
        int nextSpike = memory.log.lowerBound(start);
        if (nextSpike < memory.log.size()) {
            after = Math.min(after, Math.floorDiv(memory.log.timeAt(nextSpike), config.windowMicros()));
        }
        return Math.max(window, after);
    }

    private void closeObserved(ClosingWindow closing, ShardOutputs outputs) {
        int slots = closing.slots();
        int[] own = memory.ownedBelow(slots);
        WindowChanges changes = new WindowChanges();
        WindowResults results = new WindowResults(memory.neurons, config.dense(slots), storage, outputs, changes);
        long window = closing.context().window();
        memory.index(window, window);
        if (config.publishesCounts(slots)) {
            runner.run(own, memory.neurons, new CoFiringStep(closing.counted(), results));
        }
        int[] withSynapses = IntStream.of(own).filter(memory::hasSynapses).toArray();
        runner.run(withSynapses, memory.neurons, new LearningStep(closing, results));
        recount(closing, own, results);
        sumUp(closing, changes, outputs);
    }

    /** Recounts the dendrites that are due; before unobserved time all of them, so that no spike waits it out. */
    private void recount(ClosingWindow closing, int[] own, WindowResults results) {
        long window = closing.context().window();
        long end = closing.context().endMicros();
        boolean all = memory.unobserved.observedMicros(end, end + config.windowMicros()) == 0;
        int[] due = all ? own : calendar.due(own, memory.neurons, window);
        boolean sampled = all || calendar.isDue(SampleCounter.RANK, window);
        if (sampled || due.length > 0) {
            memory.index(calendar.firstNewOfAll(window), window);
        }
        if (sampled) {
            long first = calendar.firstNew(SampleCounter.RANK, window);
            sample.count(new WindowRange(first, window, closing.slots(), observedMicros));
        }
        if (due.length > 0) {
            runner.run(due, memory.neurons, new RecountStep(closing, calendar, newest, sample.learned(), results));
        }
        if (all) {
            calendar.allRecountedBefore(window + 1);
        }
    }

    /** Adds to the histograms what is not yet in them from before a gap that begins with this window. */
    private void addBeforeGap(long gapWindow) {
        if (calendar.recountedBefore() >= gapWindow) {
            return;
        }
        int slots = memory.neuronsBefore(gapWindow * config.windowMicros());
        int[] behind = IntStream.of(memory.ownedBelow(slots))
                .filter(slot -> calendar.firstNew(memory.neurons.rank(slot), gapWindow) < gapWindow)
                .toArray();
        long firstOfSample = calendar.firstNew(SampleCounter.RANK, gapWindow);
        boolean sampleBehind = firstOfSample < gapWindow;
        if (sampleBehind || behind.length > 0) {
            memory.index(calendar.firstNewOfAll(gapWindow), gapWindow - 1);
        }
        if (sampleBehind) {
            sample.count(new WindowRange(firstOfSample, gapWindow - 1, slots, observedMicros));
        }
        if (behind.length > 0) {
            BeforeGapStep step = new BeforeGapStep(gapWindow, slots, observedMicros, memory.neurons, calendar, newest);
            runner.run(behind, memory.neurons, step);
        }
    }

    private void sumUp(ClosingWindow closing, WindowChanges changes, ShardOutputs outputs) {
        WindowContext context = closing.context();
        WindowConditions now = closing.conditions();
        TrainIndex trains = closing.trains();
        WindowSummary summary = new WindowSummary();
        for (int slot = 0; slot < closing.slots(); slot++) {
            int spikes = trains.spikes(slot);
            summary.network(spikes);
            if (memory.owns(slot)) {
                long last = spikes > 0 ? trains.timeAt(trains.end(slot) - 1) : 0;
                int neuron = memory.neurons.idOf(slot);
                summary.own(neuron, spikes, last, memory.synapses(slot));
                if (now.modulations().isStimulated(neuron)) {
                    summary.stimulated();
                }
            }
        }
        long pairs = pairTotals.count(memory.log, context.startMicros(), context.endMicros(), memory.owned());
        lastTotals = summary.totals(context, pairs, now.modulations().stress(), changes);
        outputs.closed(lastTotals, summary.report(context, changes, now.died()));
    }
}
