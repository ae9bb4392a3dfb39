package dev.hebb.shard;

import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The slow cadence, dendrite by dendrite of those that are due: adds the newest counts to the cumulative histograms,
 * and judges every pair that has something new.
 */
final class RecountStep implements DendriteStep<DendriteUpdate> {
    private final ClosingWindow window;
    private final RecountCalendar calendar;
    private final NewestCounts newest;
    private final NetworkNull network;
    private final WindowResults results;

    RecountStep(
            ClosingWindow window,
            RecountCalendar calendar,
            NewestCounts newest,
            NetworkNull network,
            WindowResults results) {
        this.window = window;
        this.calendar = calendar;
        this.newest = newest;
        this.network = network;
        this.results = results;
    }

    @Override
    public void read(int slot, ScratchMemory scratch) {
        newest.read(slot, window.slots(), scratch);
        window.memory().createSynapses(slot);
    }

    @Override
    public DendriteUpdate compute(int slot, ScratchMemory scratch) {
        Neurons neurons = window.memory().neurons;
        DendriteSynapses row = window.memory().existingSynapses(slot);
        WindowContext own = window.contextOf(slot);
        long first = calendar.firstNew(neurons.rank(slot), own.window());
        WindowRange range = new WindowRange(first, own.window(), window.slots(), own.observedSoFarMicros());
        DendriteHistograms cumulative = newest.add(slot, range, scratch);
        RecountedPairs pairs = new RecountedPairs(window, range, slot, row, cumulative, network, scratch);
        List<SynapseChange> changes = new ArrayList<>();
        long pairsTested = (long) range.slots() * (range.slots() - 1);
        scratch.learner.judge(row, pairs, pairsTested, own, changes::add);
        cumulative.retain(pre -> row.indexOf(neurons.idOf(pre)) >= 0
                || scratch.isCandidate(new Histogram(cumulative.counts(), cumulative.from(pre))));
        boolean hasSomething = row.size() > 0 || !changes.isEmpty();
        return new DendriteUpdate(neurons.idOf(slot), window.context(), row, changes, hasSomething, hasSomething);
    }

    @Override
    public void write(int slot, DendriteUpdate update, ScratchMemory scratch) {
        newest.write(slot, window.slots(), scratch);
        results.write(update);
    }
}
