package dev.hebb.shard;

import dev.hebb.cofiring.TrainIndex;
import dev.hebb.synapse.WindowContext;

/**
 * A window that closes, as its dendrites see it. While they are computed it is read only, by any thread: no spike is
 * taken in, and no train is indexed.
 *
 * @param context the window
 * @param conditions what holds in it
 * @param slots how many neurons were seen before its end
 * @param memory spikes, neurons and unobserved time
 */
record ClosingWindow(WindowContext context, WindowConditions conditions, int slots, ShardMemory memory) {
    /** The trains of this window. */
    TrainIndex trains() {
        return memory.trains(context.window());
    }

    /** The window as its pairs are counted. */
    CountedWindow counted() {
        return new CountedWindow(context.window(), trains(), slots, memory.neurons, memory.slotsById());
    }

    /** The window of one dendrite: a young neuron learns by the constants of growth, whatever the network's stage. */
    WindowContext contextOf(int slot) {
        return isYoung(slot) ? context.in(conditions.growth()) : context;
    }

    /** Returns whether a neuron is too young for its synapses to be masked. */
    boolean isYoungNeuron(int neuron) {
        return isYoung(memory.neurons.find(neuron));
    }

    private boolean isYoung(int slot) {
        return memory.neurons.firstSpikeMicros(slot) >= conditions.youngFromMicros();
    }
}
