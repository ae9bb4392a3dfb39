package dev.hebb.shard;

import dev.hebb.check.Check;
import dev.hebb.cofiring.CountRow;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.Histograms;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.evidence.PairSample;
import dev.hebb.evidence.SlotPair;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cumulative two-sided histograms of a sample of a network's pairs: all pairs of some of its neurons. Every shard of
 * the network counts the same sample, since every shard sees every spike.
 */
public final class NetworkSample {
    /** Most neurons that it has. */
    public static final int NEURONS = 48;

    private final int cells;
    private int[] slots;
    private int[] counts;
    private long observedMicros;
    private int networkNeurons;

    /** An empty sample. */
    public NetworkSample(int cells) {
        this(cells, new int[0], new int[0], 0, 0);
    }

    /**
     * A sample as it was kept.
     *
     * @param cells of a two-sided histogram
     * @param slots of its neurons, in the order in which they joined
     * @param counts the histograms, of each neuron with those that joined before it, which are pre-synaptic
     * @param observedMicros observed time that they are from
     * @param networkNeurons how many neurons the network had when it was last counted
     */
    public NetworkSample(int cells, int[] slots, int[] counts, long observedMicros, int networkNeurons) {
        Check.that(
                counts.length == pairs(slots.length) * cells,
                "a sample of %d neurons has %d counts with %d cells a pair",
                slots.length,
                counts.length,
                cells);
        this.cells = cells;
        this.slots = slots;
        this.counts = counts;
        this.observedMicros = observedMicros;
        this.networkNeurons = networkNeurons;
    }

    /** Cells of a two-sided histogram. */
    public int cells() {
        return cells;
    }

    /** Slots of its neurons, in the order in which they joined. */
    public int[] slots() {
        return slots.clone();
    }

    /** Unordered pairs that it has. */
    public int pairs() {
        return pairs(slots.length);
    }

    /** The histograms, pair after pair. */
    public int[] counts() {
        return counts;
    }

    /** Observed time that the histograms are from. */
    public long observedMicros() {
        return observedMicros;
    }

    /** Neurons that the network had when it was last counted. */
    public int networkNeurons() {
        return networkNeurons;
    }

    /**
     * Returns where the histogram of a pair begins.
     *
     * @param pre neuron that joined before {@code post}; both are counted in the order in which they joined
     */
    int from(int pre, int post) {
        return (pairs(post) + pre) * cells;
    }

    /** Fills it up, as long as there is room, with neurons at even distances among those that are not in it. */
    void fillUp(int neurons) {
        networkNeurons = neurons;
        int[] others = IntStream.range(0, neurons)
                .filter(slot -> IntStream.of(slots).noneMatch(member -> member == slot))
                .toArray();
        int joining = Math.min(NEURONS - slots.length, others.length);
        if (joining > 0) {
            IntUnaryOperator evenly = i -> others[(int) ((long) i * others.length / joining)];
            slots = IntStream.concat(
                            IntStream.of(slots), IntStream.range(0, joining).map(evenly))
                    .toArray();
            counts = Arrays.copyOf(counts, pairs() * cells);
        }
    }

    /**
     * Adds the causal pairs of a neuron with all others. Those of all neurons are each pair in both orders. The
     * histogram of a pair whose counts would be beyond an int loses half of its weight: see {@link CountRow#addTo}.
     *
     * @param row by partner; it is counted in the order in which they joined, as the neuron is
     */
    void add(CountRow row, int neuron) {
        int zero = cells / 2;
        for (int before = 0; before < neuron; before++) {
            int pair = from(before, neuron);
            if (row.addCausalTo(before, counts, pair + zero, 1)) {
                CountRow.halve(counts, pair, cells);
            }
        }
        // In the histograms with neurons that joined later this one is pre-synaptic, and its causal pairs are before 0.
        for (int later = neuron + 1; later < slots.length; later++) {
            int pair = from(neuron, later);
            if (row.addCausalTo(later, counts, pair + zero - 1, -1)) {
                CountRow.halve(counts, pair, cells);
            }
        }
    }

    /** Halves all counts, rounding down. */
    void halve(int times) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] >>= times;
        }
    }

    /** Notes that so much more observed time was counted. */
    void observed(long micros) {
        observedMicros += micros;
    }

    /** The null of the network, from each pair in both orders. */
    public NetworkNull learn(EvidenceJudge judge) {
        int[] backwards = new int[cells];
        SlotPair[] ordered = new SlotPair[2 * pairs()];
        for (int post = 1; post < slots.length; post++) {
            for (int pre = 0; pre < post; pre++) {
                int index = 2 * (pairs(post) + pre);
                ordered[index] = new SlotPair(slots[pre], slots[post]);
                ordered[index + 1] = new SlotPair(slots[post], slots[pre]);
            }
        }
        Histograms cumulative = new Histograms(
                ordered.length,
                index -> index % 2 == 0
                        ? new Histogram(counts, index / 2 * cells)
                        : backwards(index / 2 * cells, backwards));
        return judge.learnNetwork(
                new PairSample(cumulative, index -> ordered[index]),
                (long) networkNeurons * (networkNeurons - 1),
                observedMicros);
    }

    private Histogram backwards(int from, int[] into) {
        for (int i = 0; i < cells; i++) {
            into[i] = counts[from + cells - 1 - i];
        }
        return new Histogram(into, 0);
    }

    private static int pairs(int neurons) {
        return neurons * (neurons - 1) / 2;
    }
}
