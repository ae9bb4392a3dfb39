package dev.hebb.framing;

import dev.hebb.cofiring.NeuronIndex;

/**
 * The neurons of a network whose spikes were ever admitted. Their number is limited to what the shards can keep rows
 * for, because a few records of random ids would otherwise fill the stores.
 */
final class AdmittedNeurons {
    private final NeuronIndex index = new NeuronIndex();
    private final int most;
    private int remembered;

    AdmittedNeurons(int most) {
        this.most = most;
    }

    /** Returns whether the neuron was admitted, or can be. */
    boolean hasRoomFor(int neuron) {
        return index.size() < most || index.find(neuron) >= 0;
    }

    /** Returns whether the neuron was admitted, now or before. */
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
