package dev.hebb.plasticity;

import java.util.Arrays;

/**
 * The synapses of one dendrite, ascending by pre-synaptic neuron: a mutable row in three primitive arrays, so that
 * reading it from bytes and writing it back make no object per synapse.
 *
 * <pre>
 * ints    [i · 4]  pre, state and mask reason, lagBin, widthBins
 * doubles [i · 4]  weight, z, lift, useLogOdds
 * longs   [i · 4]  formedAt, lastCoFiredAt, dormantSinceObserved, lastUsedObserved (all µs)
 * </pre>
 */
public final class DendriteSynapses {
    private static final int STRIDE = 4;
    private static final int INITIAL_CAPACITY = 4;
    private static final MaskReason[] REASONS = MaskReason.values();

    private int[] ints = new int[INITIAL_CAPACITY * STRIDE];
    private double[] doubles = new double[INITIAL_CAPACITY * STRIDE];
    private long[] longs = new long[INITIAL_CAPACITY * STRIDE];
    private int size;

    /** How many synapses there are, active and dormant. */
    public int size() {
        return size;
    }

    /** Index of the synapse of {@code pre}, or −(insertion point) − 1. */
    public int indexOf(int pre) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = pre(middle);
            if (found == pre) {
                return middle;
            }
            if (found < pre) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** The synapse at an index, as a value. */
    public Synapse get(int i) {
        return new Synapse(
                pre(i),
                weight(i),
                state(i),
                maskReason(i),
                lagBin(i),
                widthBins(i),
                z(i),
                lift(i),
                useLogOdds(i),
                formedAtMicros(i),
                lastCoFiredAtMicros(i),
                dormantSinceObservedMicros(i),
                lastUsedObservedMicros(i));
    }

    /**
     * Adds a synapse.
     *
     * @throws IllegalArgumentException if there is one of that neuron
     */
    public void add(Synapse synapse) {
        int found = indexOf(synapse.pre());
        Check.that(found < 0, "there is a synapse of neuron %d", synapse.pre());
        int i = -found - 1;
        open(i);
        ints[i * STRIDE] = synapse.pre();
        setMaskReason(i, synapse.maskReason());
        setPeak(i, synapse.lagBin(), synapse.widthBins(), synapse.z());
        setWeight(i, synapse.weight());
        setLift(i, synapse.lift());
        setUseLogOdds(i, synapse.useLogOdds());
        longs[i * STRIDE] = synapse.formedAtMicros();
        setLastCoFiredAtMicros(i, synapse.lastCoFiredAtMicros());
        setDormantSinceObservedMicros(i, synapse.dormantSinceObservedMicros());
        setLastUsedObservedMicros(i, synapse.lastUsedObservedMicros());
    }

    /** Forgets the synapse at an index. */
    public void remove(int i) {
        int from = (i + 1) * STRIDE;
        int length = size * STRIDE - from;
        System.arraycopy(ints, from, ints, from - STRIDE, length);
        System.arraycopy(doubles, from, doubles, from - STRIDE, length);
        System.arraycopy(longs, from, longs, from - STRIDE, length);
        size--;
    }

    public int pre(int i) {
        return ints[i * STRIDE];
    }

    public SynapseState state(int i) {
        return ints[i * STRIDE + 1] == 0 ? SynapseState.ACTIVE : SynapseState.DORMANT;
    }

    public boolean active(int i) {
        return ints[i * STRIDE + 1] == 0;
    }

    public MaskReason maskReason(int i) {
        return REASONS[ints[i * STRIDE + 1]];
    }

    public int lagBin(int i) {
        return ints[i * STRIDE + 2];
    }

    public int widthBins(int i) {
        return ints[i * STRIDE + 3];
    }

    public double weight(int i) {
        return doubles[i * STRIDE];
    }

    public double z(int i) {
        return doubles[i * STRIDE + 1];
    }

    public double lift(int i) {
        return doubles[i * STRIDE + 2];
    }

    public double useLogOdds(int i) {
        return doubles[i * STRIDE + 3];
    }

    public long formedAtMicros(int i) {
        return longs[i * STRIDE];
    }

    public long lastCoFiredAtMicros(int i) {
        return longs[i * STRIDE + 1];
    }

    public long dormantSinceObservedMicros(int i) {
        return longs[i * STRIDE + 2];
    }

    public long lastUsedObservedMicros(int i) {
        return longs[i * STRIDE + 3];
    }

    /** Active synapses: the dendrite's fan-in. */
    public int countActive() {
        int active = 0;
        for (int i = 0; i < size; i++) {
            if (active(i)) {
                active++;
            }
        }
        return active;
    }

    void setMaskReason(int i, MaskReason reason) {
        ints[i * STRIDE + 1] = reason.ordinal();
    }

    void setPeak(int i, int lagBin, int widthBins, double z) {
        ints[i * STRIDE + 2] = lagBin;
        ints[i * STRIDE + 3] = widthBins;
        doubles[i * STRIDE + 1] = z;
    }

    void setWeight(int i, double weight) {
        doubles[i * STRIDE] = weight;
    }

    void setLift(int i, double lift) {
        doubles[i * STRIDE + 2] = lift;
    }

    void setUseLogOdds(int i, double logOdds) {
        doubles[i * STRIDE + 3] = logOdds;
    }

    void setLastCoFiredAtMicros(int i, long micros) {
        longs[i * STRIDE + 1] = micros;
    }

    void setDormantSinceObservedMicros(int i, long micros) {
        longs[i * STRIDE + 2] = micros;
    }

    void setLastUsedObservedMicros(int i, long micros) {
        longs[i * STRIDE + 3] = micros;
    }

    private void open(int i) {
        if ((size + 1) * STRIDE > ints.length) {
            ints = Arrays.copyOf(ints, ints.length * 2);
            doubles = Arrays.copyOf(doubles, doubles.length * 2);
            longs = Arrays.copyOf(longs, longs.length * 2);
        }
        int from = i * STRIDE;
        int length = size * STRIDE - from;
        System.arraycopy(ints, from, ints, from + STRIDE, length);
        System.arraycopy(doubles, from, doubles, from + STRIDE, length);
        System.arraycopy(longs, from, longs, from + STRIDE, length);
        size++;
    }
}
