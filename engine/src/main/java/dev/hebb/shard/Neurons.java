package dev.hebb.shard;

import dev.hebb.cofiring.NeuronIndex;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The neurons of a network that were ever seen, in slots by order of first appearance. Every shard of a network sees
 * every spike, so the table is the same in all of them.
 *
 * <p>A neuron's rank is the number of distinct first-spike times before its own. It spreads work over windows as an
 * id would, but does not change when neurons are relabelled (two that first fire together share a rank).
 */
public final class Neurons {
    private static final int INITIAL = 16;

    private final NeuronIndex index = new NeuronIndex();
    private int[] ranks = new int[INITIAL];
    private long[] firstSpikeMicros = new long[INITIAL];

    /** Returns how many neurons were seen; slots are [0, size). */
    public int size() {
        return index.size();
    }

    /** The neuron in a slot. */
    public int idOf(int slot) {
        return index.idOf(slot);
    }

    /** The slot of a neuron, or -1 if it was never seen. */
    public int find(int neuron) {
        return index.find(neuron);
    }

    /** Number of distinct first-spike times before that of the neuron in a slot. */
    public int rank(int slot) {
        return ranks[slot];
    }

    /** Event time of the first spike of the neuron in a slot. */
    public long firstSpikeMicros(int slot) {
        return firstSpikeMicros[slot];
    }

    /** All slots, ascending by neuron. */
    int[] slotsById() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingInt(this::idOf))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Neurons that were first seen before a time; slots are in that order. */
    int sizeBefore(long timeMicros) {
        int size = size();
        while (size > 0 && firstSpikeMicros[size - 1] >= timeMicros) {
            size--;
        }
        return size;
    }

    /**
     * The slot of a neuron that fires. One that was never seen gets the next slot, so spikes come in order of time. A
     * table is restored by giving every neuron's first spike again, slot by slot.
     */
    public int spike(int neuron, long timeMicros) {
        int before = index.size();
        int slot = index.slotOf(neuron);
        if (slot == before) {
            put(slot, rankOfNewcomer(slot, timeMicros), timeMicros);
        }
        return slot;
    }

    private int rankOfNewcomer(int slot, long timeMicros) {
        if (slot == 0) {
            return 0;
        }
        int previous = slot - 1;
        return firstSpikeMicros[previous] == timeMicros ? ranks[previous] : ranks[previous] + 1;
    }

    private void put(int slot, int rank, long firstMicros) {
        if (slot == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * slot);
            firstSpikeMicros = Arrays.copyOf(firstSpikeMicros, 2 * slot);
        }
        ranks[slot] = rank;
        firstSpikeMicros[slot] = firstMicros;
    }
}
