package dev.hebb.shard;

import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.ArrayList;
import java.util.List;

/** Learns from a closed window, dendrite by dendrite: of those that have synapses. */
final class LearningStep implements DendriteStep<DendriteUpdate> {
    private final ClosingWindow window;
    private final WindowResults results;

    LearningStep(ClosingWindow window, WindowResults results) {
        this.window = window;
        this.results = results;
    }

    @Override
    public boolean leavesScratch() {
        return true;
    }

    @Override
    public DendriteUpdate compute(int slot, ScratchMemory scratch) {
        WindowConditions conditions = window.conditions();
        Neurons neurons = window.memory().neurons;
        DendriteSynapses row = window.memory().existingSynapses(slot);
        int post = neurons.idOf(slot);
        List<SynapseChange> changes = new ArrayList<>();
        WindowContext own = window.contextOf(slot);
        scratch.steps.note(row);
        if (conditions.died().length > 0) {
            scratch.learner.damage(row, conditions.isDead(post), conditions::isDead, own, changes::add);
        }
        SynapseWindow counts = new SynapseWindow(scratch, neurons, window.trains(), slot);
        double attention = conditions.modulations().attention(post);
        scratch.learner.closeWindow(row, own, attention, window::isYoungNeuron, counts, changes::add);
        boolean publish = !changes.isEmpty() || scratch.steps.moved(row);
        return new DendriteUpdate(post, window.context(), row, changes, true, publish);
    }

    @Override
    public void write(int slot, DendriteUpdate update, ScratchMemory scratch) {
        results.write(update);
    }
}
