package dev.hebb.framing;

import dev.hebb.cofiring.NeuronIndex;

/**
 * The neurons of a network that were ever let through, so that no more come than its shards can keep rows for: one
 * record of random ids would else bring them to a standstill.
 */
final class KnownNeurons {
    private final NeuronIndex index = new NeuronIndex();
    private final int most;
    private int remembered;

    KnownNeurons(int most) {
        this.most = most;
    }

    /** Returns whether the neuron is known, or there is room for it. */
    boolean hasRoomFor(int neuron) {
        return index.size() < most || index.find(neuron) >= 0;
    }

    /** Returns whether the neuron is known, or there is room for it; then it is known. */
    boolean admit(int neuron) {
        if (index.find(neuron) < 0) {
            if (index.size() >= most) {
                return false;
            }
            index.slotOf(neuron);
        }
        return true;
    }

    int most() {
        return most;
    }

    /** Returns the neurons that were added since the last call. */
    int[] takeNew() {
        int[] added = ids(remembered);
        remembered = index.size();
        return added;
    }

    int[] all() {
        return ids(0);
    }

    void recall(int[] neurons) {
        for (int neuron : neurons) {
            index.slotOf(neuron);
        }
        remembered = index.size();
    }

    private int[] ids(int from) {
        int[] ids = new int[index.size() - from];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = index.idOf(from + i);
        }
        return ids;
    }
}
