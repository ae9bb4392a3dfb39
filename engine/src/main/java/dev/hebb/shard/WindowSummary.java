package dev.hebb.shard;

import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.WindowContext;
import org.jspecify.annotations.Nullable;

/** Adds up a closed window. */
final class WindowSummary {
    private final IntList firing = new IntList();
    private final LongList lastSpikeMicros = new LongList();
    private long networkSpikes;
    private long spikes;
    private int neurons;
    private int active;
    private int dormant;
    private double weight;
    private int stimulated;

    /** Spikes of any neuron of the network. */
    void network(int count) {
        networkSpikes += count;
    }

    /** A neuron of this shard was stimulated. */
    void stimulated() {
        stimulated++;
    }

    /** A neuron of this shard. */
    void own(int neuron, int count, long lastMicros, @Nullable DendriteSynapses synapses) {
        neurons++;
        spikes += count;
        if (count > 0) {
            firing.add(neuron);
            lastSpikeMicros.add(lastMicros);
        }
        for (int i = 0; synapses != null && i < synapses.size(); i++) {
            if (synapses.active(i)) {
                active++;
                weight += synapses.weight(i);
            } else {
                dormant++;
            }
        }
    }

    WindowTotals totals(WindowContext context, long pairs, double stress, WindowChanges changes) {
        return new WindowTotals(
                new WindowTotals.Span(
                        context.window(), context.startMicros(), context.endMicros(), context.observedMicros()),
                new WindowTotals.Activity(networkSpikes, spikes, neurons, pairs, stimulated),
                new WindowTotals.Synapses(active, dormant, active == 0 ? 0 : weight / active),
                changes.transitions(),
                context.stage().name(),
                stress);
    }

    NeuronReport report(WindowContext context, WindowChanges changes, int[] died) {
        return changes.report(context, firing, lastSpikeMicros, died);
    }
}
