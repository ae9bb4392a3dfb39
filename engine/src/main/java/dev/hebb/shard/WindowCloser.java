package dev.hebb.shard;

import dev.hebb.cofiring.TrainIndex;
import dev.hebb.command.TimedCommand;
import dev.hebb.rule.WindowTimes;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeSink;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;

/** What happens when a window closes: count, publish, learn, recount and judge what is due, sum up. */
final class WindowCloser {
    private final Workbench bench;
    private final ShardConfig config;
    private final ShardMemory memory;
    private final ShardStorage storage;
    private final CoFiringWindow coFiring;
    private final Recount recount;
    private final NetworkLife life;
    private final Tally tally = new Tally();
    private final WeightSteps steps = new WeightSteps();
    private long recountedBefore;
    private long observedMicros;
    private WindowTotals lastTotals;

    WindowCloser(Workbench bench, ShardMemory memory, ShardStorage storage) {
        this.bench = bench;
        this.config = bench.config;
        this.memory = memory;
        this.storage = storage;
        this.coFiring = new CoFiringWindow(bench);
        this.life = new NetworkLife(bench.learning.stages(), memory);
        this.recount = new Recount(bench, memory, storage, life);
        this.lastTotals = WindowTotals.NONE;
    }

    /** The network's first window. */
    void startAt(long window) {
        recountedBefore = window;
    }

    void restore(ShardState state) {
        ShardProgress progress = state.progress();
        recountedBefore = progress.recountedBefore();
        observedMicros = progress.observedMicros();
        lastTotals = progress.totals();
        life.restore(state.control());
    }

    /** A command, which is applied in the first window that ends after it takes effect. */
    void expect(TimedCommand command) {
        life.expect(command);
    }

    ShardState state(long lastSeq, long watermarkMicros, long nextWindow) {
        ShardProgress progress = new ShardProgress(
                lastSeq,
                watermarkMicros,
                nextWindow,
                recountedBefore,
                observedMicros,
                memory.gaps.intervals(),
                lastTotals,
                memory.neurons.size(),
                memory.ownSpikes());
        return new ShardState(progress, memory.neurons, life.state());
    }

    /** Spikes before this time are no longer needed when this window is the next to close. */
    long neededFromMicros(long nextWindow) {
        long oldest = Math.max(recountedBefore, nextWindow + 1 - config.judgeEveryWindows());
        return Math.min(oldest, nextWindow) * config.windowMicros()
                - config.axis().reachMicros();
    }

    /**
     * Closes a window, or passes over it and its successors if nobody observed them.
     *
     * @param openWindow the window that the watermark lies in: spikes of all earlier ones are here
     * @return the next window to close
     */
    long close(long window, long openWindow, ShardOutputs outputs) {
        long start = window * config.windowMicros();
        long end = start + config.windowMicros();
        long observed = memory.gaps.observedMicros(start, end);
        long next = observed > 0 ? window : afterGap(window, openWindow);
        if (next > window) {
            countUp(window);
            recountedBefore = next;
            return next;
        }
        observedMicros += observed;
        Regime regime = life.enter(window, start, end, lastTotals.stage(), outputs);
        closeObserved(
                new WindowContext(
                        window,
                        new WindowTimes(start, end, observed, previousEndMicros(start)),
                        observedMicros,
                        regime.stage(),
                        regime.plasticity()),
                regime,
                outputs);
        return window + 1;
    }

    private long previousEndMicros(long startMicros) {
        return lastTotals.equals(WindowTotals.NONE) ? startMicros : lastTotals.endMicros();
    }

    /** The window in which the gap ends; an earlier one if a spike says that it was no gap, or might still do so. */
    private long afterGap(long window, long openWindow) {
        long start = window * config.windowMicros();
        long after = Math.min(openWindow, Math.floorDiv(memory.gaps.nextObserved(start), config.windowMicros()));
        int nextSpike = memory.log.lowerBound(start);
        if (nextSpike < memory.log.size()) {
            after = Math.min(after, Math.floorDiv(memory.log.timeAt(nextSpike), config.windowMicros()));
        }
        return Math.max(window, after);
    }

    private void closeObserved(WindowContext context, Regime regime, ShardOutputs outputs) {
        int slots = memory.neuronsBefore(context.endMicros());
        if (config.publishesCounts(slots)) {
            publishCoFiring(context.window(), slots, outputs);
        }
        learn(context, regime, slots, outputs);
        recount(context, regime, slots, outputs);
        sumUp(context, regime, slots, outputs);
    }

    private void publishCoFiring(long window, int slots, ShardOutputs outputs) {
        for (int slot = 0; slot < slots; slot++) {
            if (memory.owns(slot)) {
                CoFiringCounts counts = coFiring.count(memory, slot, window, slots);
                if (counts != null) {
                    outputs.coFiring(counts);
                    storage.saveCoFiring(counts);
                }
            }
        }
    }

    private void learn(WindowContext context, Regime regime, int slots, ShardOutputs outputs) {
        for (int slot = 0; slot < slots; slot++) {
            DendriteSynapses row = memory.synapses(slot);
            if (row != null && row.size() > 0) {
                int post = memory.neurons.idOf(slot);
                int before = tally.size();
                ChangeSink changes = change -> changed(context, post, change, outputs);
                WindowContext own = contextOf(slot, context, regime);
                steps.note(row);
                if (regime.died().length > 0) {
                    bench.learner.damage(row, life.isDead(post), life::isDead, own, changes);
                }
                SynapseWindow counts = new SynapseWindow(bench, memory.neurons, memory.trains(context.window()), slot);
                double attention = regime.modulations().attention(post);
                bench.learner.closeWindow(row, own, attention, neuron -> isYoung(neuron, regime), counts, changes);
                storage.saveDendrite(post, row);
                if (tally.size() > before || steps.moved(row)) {
                    outputs.dendrite(context.window(), context.endMicros(), post, row);
                }
            }
        }
    }

    /** A young neuron learns by the constants of growth, whatever the network's stage. */
    private WindowContext contextOf(int slot, WindowContext context, Regime regime) {
        boolean young = memory.neurons.firstSpikeMicros(slot) >= regime.youngFromMicros();
        return young ? context.in(regime.growth()) : context;
    }

    private boolean isYoung(int neuron, Regime regime) {
        return memory.neurons.firstSpikeMicros(memory.neurons.find(neuron)) >= regime.youngFromMicros();
    }

    /** Recounts the dendrites whose turn it is; before time that nobody observed all, so that no spike waits it out. */
    private void recount(WindowContext context, Regime regime, int slots, ShardOutputs outputs) {
        int every = config.judgeEveryWindows();
        long end = context.endMicros();
        boolean all = memory.gaps.observedMicros(end, end + config.windowMicros()) == 0;
        long phase = Math.floorMod(context.window(), (long) every);
        for (int slot = 0; slot < slots; slot++) {
            if (memory.owns(slot) && (all || memory.neurons.rank(slot) % every == phase)) {
                recount(contextOf(slot, context, regime), slot, slots, outputs);
            }
        }
        recountedBefore = all ? context.window() + 1 : recountedBefore;
    }

    /**
     * Adds to the histograms what is not yet in them from before a gap that was not known when its last window closed:
     * its spikes would not outlast the gap. It is judged at the dendrite's next turn.
     */
    private void countUp(long gapWindow) {
        if (recountedBefore < gapWindow) {
            int slots = memory.neuronsBefore(gapWindow * config.windowMicros());
            for (int slot = 0; slot < slots; slot++) {
                if (memory.owns(slot)) {
                    recount.countUp(slot, new Stretch(firstNew(slot, gapWindow), gapWindow - 1, slots, observedMicros));
                }
            }
        }
    }

    /** The first window that a dendrite was not yet recounted in: the one after its last turn. */
    private long firstNew(int slot, long window) {
        int every = config.judgeEveryWindows();
        long sinceTurn = Math.floorMod(window - memory.neurons.rank(slot), (long) every);
        return Math.max(recountedBefore, window + 1 - (sinceTurn == 0 ? every : sinceTurn));
    }

    private void recount(WindowContext context, int slot, int slots, ShardOutputs outputs) {
        int before = tally.size();
        long window = context.window();
        Stretch stretch = new Stretch(firstNew(slot, window), window, slots, context.observedSoFarMicros());
        recount.run(slot, stretch, context, (post, change) -> changed(context, post, change, outputs));
        DendriteSynapses row = memory.synapses(slot);
        if (row != null && (row.size() > 0 || tally.size() > before)) {
            int post = memory.neurons.idOf(slot);
            storage.saveDendrite(post, row);
            outputs.dendrite(context.window(), context.endMicros(), post, row);
        }
    }

    private void changed(WindowContext context, int post, SynapseChange change, ShardOutputs outputs) {
        tally.add(post, change);
        outputs.change(context, post, change);
        if (change.kind() == ChangeKind.PRUNED) {
            boolean dense = config.dense(memory.neuronsBefore(context.endMicros()));
            DendriteHistograms histograms = storage.histograms(post, dense);
            histograms.forget(memory.neurons.find(change.synapse().pre()));
            histograms.save();
        }
    }

    private void sumUp(WindowContext context, Regime regime, int slots, ShardOutputs outputs) {
        TrainIndex trains = memory.trains(context.window());
        Summary summary = new Summary();
        for (int slot = 0; slot < slots; slot++) {
            int spikes = trains.spikes(slot, context.startMicros(), context.endMicros());
            summary.network(spikes);
            if (memory.owns(slot)) {
                long last = spikes > 0 ? trains.timeAt(trains.lowerBound(slot, context.endMicros()) - 1) : 0;
                int neuron = memory.neurons.idOf(slot);
                summary.own(neuron, spikes, last, memory.synapses(slot));
                if (regime.modulations().isStimulated(neuron)) {
                    summary.stimulated();
                }
            }
        }
        long pairs = bench.pairTotals.count(memory.log, context.startMicros(), context.endMicros(), memory.owned());
        lastTotals = summary.totals(context, pairs, regime.modulations().stress(), tally);
        outputs.closed(lastTotals, summary.report(context, tally, regime.died()));
        tally.clear();
    }
}
