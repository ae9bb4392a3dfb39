package dev.hebb.synapse;

import dev.hebb.check.Check;
import dev.hebb.rule.RuleMemory;
import java.util.Arrays;

/**
 * The synapses of one dendrite, ascending by pre-synaptic neuron: a mutable row in three primitive arrays, so that
 * reading it from bytes and writing it back make no object per synapse.
 *
 * <pre>
 * ints    [i · 5]  pre, state and mask reason, lagBin, widthBins, 1 if inhibitory
 * doubles [i · 6]  weight, z, lift, useLogOdds, first and second number that the learning rule remembers
 * longs   [i · 4]  formedAt, lastCoFiredAt, dormantSinceObserved, lastUsedObserved (all µs)
 * </pre>
 */
public final class DendriteSynapses {
    private static final int INTS = 5;
    private static final int DOUBLES = 6;
    private static final int LONGS = 4;
    private static final int INITIAL_CAPACITY = 4;
    private static final MaskReason[] REASONS = MaskReason.values();

    private int[] ints = new int[INITIAL_CAPACITY * INTS];
    private double[] doubles = new double[INITIAL_CAPACITY * DOUBLES];
    private long[] longs = new long[INITIAL_CAPACITY * LONGS];
    private int size;

    /** Bytes that they take up now, in use or reserved. */
    public long memoryBytes() {
        return (long) Integer.BYTES * ints.length
                + (long) Double.BYTES * doubles.length
                + (long) Long.BYTES * longs.length;
    }

    /** Returns how many synapses there are, active and dormant. */
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
                maskReason(i),
                peak(i),
                useLogOdds(i),
                memory(i),
                new SynapseTimes(
                        formedAtMicros(i),
                        lastCoFiredAtMicros(i),
                        dormantSinceObservedMicros(i),
                        lastUsedObservedMicros(i)));
    }

    /** The place of a synapse in the correlogram, with its evidence. */
    public Peak peak(int i) {
        return new Peak(lagBin(i), widthBins(i), inhibitory(i), z(i), lift(i));
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
        ints[i * INTS] = synapse.pre();
        setMaskReason(i, synapse.maskReason());
        put(i, synapse.peak());
        setWeight(i, synapse.weight());
        setUseLogOdds(i, synapse.useLogOdds());
        setMemory(i, synapse.memory());
        put(i, synapse.times());
    }

    private void put(int i, Peak peak) {
        setPeak(i, peak.lagBin(), peak.widthBins(), peak.z());
        ints[i * INTS + 4] = peak.inhibitory() ? 1 : 0;
        setLift(i, peak.lift());
    }

    private void put(int i, SynapseTimes times) {
        longs[i * LONGS] = times.formedAtMicros();
        setLastCoFiredAtMicros(i, times.lastCoFiredAtMicros());
        setDormantSinceObservedMicros(i, times.dormantSinceObservedMicros());
        setLastUsedObservedMicros(i, times.lastUsedObservedMicros());
    }

    /** Forgets the synapse at an index. */
    public void remove(int i) {
        int after = size - i - 1;
        System.arraycopy(ints, (i + 1) * INTS, ints, i * INTS, after * INTS);
        System.arraycopy(doubles, (i + 1) * DOUBLES, doubles, i * DOUBLES, after * DOUBLES);
        System.arraycopy(longs, (i + 1) * LONGS, longs, i * LONGS, after * LONGS);
        size--;
    }

    public int pre(int i) {
        return ints[i * INTS];
    }

    public SynapseState state(int i) {
        return ints[i * INTS + 1] == 0 ? SynapseState.ACTIVE : SynapseState.DORMANT;
    }

    public boolean active(int i) {
        return ints[i * INTS + 1] == 0;
    }

    public MaskReason maskReason(int i) {
        return REASONS[ints[i * INTS + 1]];
    }

    public int lagBin(int i) {
        return ints[i * INTS + 2];
    }

    public int widthBins(int i) {
        return ints[i * INTS + 3];
    }

    public boolean inhibitory(int i) {
        return ints[i * INTS + 4] == 1;
    }

    /** Returns what the learning rule remembers of a synapse. */
    public RuleMemory memory(int i) {
        return new RuleMemory(doubles[i * DOUBLES + 4], doubles[i * DOUBLES + 5]);
    }

    public double weight(int i) {
        return doubles[i * DOUBLES];
    }

    public double z(int i) {
        return doubles[i * DOUBLES + 1];
    }

    public double lift(int i) {
        return doubles[i * DOUBLES + 2];
    }

    public double useLogOdds(int i) {
        return doubles[i * DOUBLES + 3];
    }

    public long formedAtMicros(int i) {
        return longs[i * LONGS];
    }

    public long lastCoFiredAtMicros(int i) {
        return longs[i * LONGS + 1];
    }

    public long dormantSinceObservedMicros(int i) {
        return longs[i * LONGS + 2];
    }

    public long lastUsedObservedMicros(int i) {
        return longs[i * LONGS + 3];
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
        ints[i * INTS + 1] = reason.ordinal();
    }

    void setPeak(int i, int lagBin, int widthBins, double z) {
        ints[i * INTS + 2] = lagBin;
        ints[i * INTS + 3] = widthBins;
        doubles[i * DOUBLES + 1] = z;
    }

    void setWeight(int i, double weight) {
        doubles[i * DOUBLES] = weight;
    }

    void setLift(int i, double lift) {
        doubles[i * DOUBLES + 2] = lift;
    }

    void setUseLogOdds(int i, double logOdds) {
        doubles[i * DOUBLES + 3] = logOdds;
    }

    /** Keeps what the learning rule remembers of a synapse. */
    public void setMemory(int i, RuleMemory memory) {
        doubles[i * DOUBLES + 4] = memory.first();
        doubles[i * DOUBLES + 5] = memory.second();
    }

    void setLastCoFiredAtMicros(int i, long micros) {
        longs[i * LONGS + 1] = micros;
    }

    void setDormantSinceObservedMicros(int i, long micros) {
        longs[i * LONGS + 2] = micros;
    }

    void setLastUsedObservedMicros(int i, long micros) {
        longs[i * LONGS + 3] = micros;
    }

    private void open(int i) {
        if ((size + 1) * INTS > ints.length) {
            ints = Arrays.copyOf(ints, ints.length * 2);
            doubles = Arrays.copyOf(doubles, doubles.length * 2);
            longs = Arrays.copyOf(longs, longs.length * 2);
        }
        int after = size - i;
        System.arraycopy(ints, i * INTS, ints, (i + 1) * INTS, after * INTS);
        System.arraycopy(doubles, i * DOUBLES, doubles, (i + 1) * DOUBLES, after * DOUBLES);
        System.arraycopy(longs, i * LONGS, longs, (i + 1) * LONGS, after * LONGS);
        size++;
    }
}
