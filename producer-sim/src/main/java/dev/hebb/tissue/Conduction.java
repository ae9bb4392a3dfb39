package dev.hebb.tissue;

import dev.hebb.synapse.NeuronPair;
import dev.hebb.synapse.SynapseState;
import java.util.Arrays;

/**
 * Conduction of each synapse: its strength, times the factor of Hebb's last answer, times the factor of the current
 * stress. Recomputed before the next step when one of them has changed, which happens at the edge of a window.
 */
final class Conduction {
    private final SynapseTable table;
    private final Efficacy answers;
    private final Connections limits;
    private final boolean[] inhibitory;
    private final double[] thresholdCurrents;
    private final double[] currents;
    private double stress;
    private boolean isStale = true;

    /**
     * Conduction of a table's synapses.
     *
     * @param thresholdCurrents of each neuron the current that just makes it fire
     */
    Conduction(SynapseTable table, TissueSettings settings, double[] thresholdCurrents) {
        this.table = table;
        this.answers = settings.efficacy();
        this.limits = settings.connections();
        this.inhibitory = settings.inhibitory();
        this.thresholdCurrents = thresholdCurrents;
        this.currents = new double[table.slots()];
    }

    /** Jump of the post-synaptic current when a spike arrives; each slot's own, and valid until something changes. */
    double[] currents() {
        if (isStale) {
            refresh();
            isStale = false;
        }
        return currents;
    }

    void apply(SynapseNews news) {
        NeuronPair pair = news.pair();
        int synapse = table.find(pair.pre(), pair.post());
        if (!(news instanceof SynapseNews.Present present)) {
            prune(pair.pre(), synapse);
        } else if (present.state() == SynapseState.ACTIVE) {
            activate(present, synapse);
        } else {
            scale(synapse, 0);
        }
        isStale = true;
    }

    private void activate(SynapseNews.Present news, int found) {
        int pre = news.pair().pre();
        int post = news.pair().post();
        int synapse = found;
        if (found == SynapseTable.NONE && answers.growthStrength() > 0 && pre != post) {
            long delay = Math.max(limits.minDelayMicros(), Math.min(limits.maxDelayMicros(), news.lagMicros()));
            synapse = table.grow(pre, post, delay, answers.growthStrength());
        }
        scale(synapse, answers.factor(news.weight()));
    }

    private void scale(int synapse, double factor) {
        if (synapse != SynapseTable.NONE) {
            table.setFactor(synapse, factor);
        }
    }

    private void prune(int pre, int synapse) {
        if (synapse != SynapseTable.NONE && table.isGrown(synapse)) {
            table.remove(pre, synapse);
        } else {
            scale(synapse, 0);
        }
    }

    void stress(double level) {
        stress = level;
        isStale = true;
    }

    private void refresh() {
        double weak = stress > 0 ? weakBelow() : 0;
        for (int pre = 0; pre < inhibitory.length; pre++) {
            for (int synapse = table.begin(pre); synapse < table.end(pre); synapse++) {
                double efficacy = table.efficacy(synapse);
                boolean fails = efficacy < weak && !inhibitory[pre];
                double left = fails ? 1 - stress : 1;
                currents[synapse] = efficacy * left * thresholdCurrents[table.post(synapse)];
            }
        }
    }

    /** The efficacy under which the fraction of excitatory synapses lies that is the level of stress. */
    private double weakBelow() {
        double[] efficacies = new double[table.slots()];
        int count = 0;
        for (int pre = 0; pre < inhibitory.length; pre++) {
            for (int synapse = table.begin(pre); synapse < table.end(pre) && !inhibitory[pre]; synapse++) {
                double efficacy = table.efficacy(synapse);
                if (efficacy > 0) {
                    efficacies[count++] = efficacy;
                }
            }
        }
        Arrays.sort(efficacies, 0, count);
        int rank = (int) Math.min(count - 1L, Math.round(stress * count));
        return count == 0 ? 0 : efficacies[rank];
    }
}
