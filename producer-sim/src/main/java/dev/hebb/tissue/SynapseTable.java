package dev.hebb.tissue;

import java.util.Arrays;

/**
 * All synapses, in rows by pre-synaptic neuron, each row ascending by post-synaptic neuron and with free slots for
 * growth:
 *
 * <pre>
 *   row of pre:  first[pre] … first[pre] + length[pre] … first[pre + 1]
 *                synapses                 free slots
 * </pre>
 */
final class SynapseTable {
    static final int NONE = -1;

    private static final byte WIRED = 0;
    private static final byte GROWN = 1;

    private final int[] first;
    private final int[] length;
    private final int[] post;
    private final int[] delayMicros;
    private final double[] strength;
    private final double[] factor;
    private final byte[] origin;

    /**
     * An empty table.
     *
     * @param capacities synapses that each neuron may have
     */
    SynapseTable(int[] capacities) {
        first = new int[capacities.length + 1];
        System.arraycopy(capacities, 0, first, 1, capacities.length);
        Arrays.parallelPrefix(first, Math::addExact);
        length = new int[capacities.length];
        int slots = first[capacities.length];
        post = new int[slots];
        delayMicros = new int[slots];
        strength = new double[slots];
        factor = new double[slots];
        origin = new byte[slots];
    }

    /** The first synapse of a neuron. */
    int begin(int pre) {
        return first[pre];
    }

    /** Behind the last synapse of a neuron. */
    int end(int pre) {
        return first[pre] + length[pre];
    }

    /** All slots, used and free. */
    int slots() {
        return post.length;
    }

    int post(int synapse) {
        return post[synapse];
    }

    int delayMicros(int synapse) {
        return delayMicros[synapse];
    }

    /** Strength times factor: what it conducts while all is calm. */
    double efficacy(int synapse) {
        return strength[synapse] * factor[synapse];
    }

    boolean isGrown(int synapse) {
        return origin[synapse] == GROWN;
    }

    void setFactor(int synapse, double value) {
        factor[synapse] = value;
    }

    /** The synapse of a pair, or {@link #NONE}. */
    int find(int pre, int postNeuron) {
        int at = Arrays.binarySearch(post, begin(pre), end(pre), postNeuron);
        return at < 0 ? NONE : at;
    }

    /** Wires a pair that has no synapse yet; its row must have a free slot. */
    void wire(int pre, int postNeuron, long delay, double strong) {
        insert(pre, postNeuron, delay, strong, WIRED);
    }

    /** Lets a synapse grow, or returns {@link #NONE} if the row has no free slot. */
    int grow(int pre, int postNeuron, long delay, double strong) {
        return end(pre) == first[pre + 1] ? NONE : insert(pre, postNeuron, delay, strong, GROWN);
    }

    private int insert(int pre, int postNeuron, long delay, double strong, byte from) {
        int at = -Arrays.binarySearch(post, begin(pre), end(pre), postNeuron) - 1;
        move(at, at + 1, end(pre) - at);
        length[pre]++;
        post[at] = postNeuron;
        delayMicros[at] = Math.toIntExact(delay);
        strength[at] = strong;
        factor[at] = 1;
        origin[at] = from;
        return at;
    }

    /** Takes a synapse away. */
    void remove(int pre, int synapse) {
        move(synapse + 1, synapse, end(pre) - synapse - 1);
        length[pre]--;
    }

    private void move(int from, int to, int count) {
        System.arraycopy(post, from, post, to, count);
        System.arraycopy(delayMicros, from, delayMicros, to, count);
        System.arraycopy(strength, from, strength, to, count);
        System.arraycopy(factor, from, factor, to, count);
        System.arraycopy(origin, from, origin, to, count);
    }
}
