package dev.hebb.synapse;

import java.util.function.IntPredicate;

/**
 * Effect of a lesion on a dendrite: the synapses of dead neurons are pruned, and where active ones were among them,
 * dormant ones are unmasked in their place (rapid unmasking after deafferentation: Ziemann 1998, Chen 1998).
 */
final class Damage {
    private final FanIn fanIn;

    Damage(FanIn fanIn) {
        this.fanIn = fanIn;
    }

    void strike(
            DendriteSynapses row, boolean postIsDead, IntPredicate dead, WindowContext context, ChangeSink changes) {
        boolean lostInput = false;
        for (int i = 0; i < row.size(); ) {
            if (postIsDead || dead.test(row.pre(i))) {
                lostInput |= row.active(i);
                SynapseChange pruned = new SynapseChange(ChangeKind.PRUNED, ChangeReason.DAMAGED, row.get(i));
                row.remove(i);
                changes.accept(pruned);
            } else {
                i++;
            }
        }
        if (lostInput && !postIsDead) {
            fanIn.replaceLost(row, context, changes);
        }
    }
}
