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
    private static final int PRE = 0;
    private static final int REASON = 1;
    private static final int LAG_BIN = 2;
    private static final int WIDTH_BINS = 3;
    private static final int INHIBITORY = 4;

    private static final int DOUBLES = 6;
    private static final int WEIGHT = 0;
    private static final int Z = 1;
    private static final int LIFT = 2;
    private static final int USE_LOG_ODDS = 3;
    private static final int FIRST_MEMORY = 4;
    private static final int SECOND_MEMORY = 5;

    private static final int LONGS = 4;
    private static final int FORMED_AT = 0;
    private static final int LAST_CO_FIRED_AT = 1;
    private static final int DORMANT_SINCE = 2;
    private static final int LAST_USED = 3;

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
        ints[i * INTS + PRE] = synapse.pre();
        setMaskReason(i, synapse.maskReason());
        put(i, synapse.peak());
        setWeight(i, synapse.weight());
        setUseLogOdds(i, synapse.useLogOdds());
        setMemory(i, synapse.memory());
        put(i, synapse.times());
    }

    private void put(int i, Peak peak) {
        setPeak(i, peak.lagBin(), peak.widthBins(), peak.z());
        ints[i * INTS + INHIBITORY] = peak.inhibitory() ? 1 : 0;
        setLift(i, peak.lift());
    }

    private void put(int i, SynapseTimes times) {
        longs[i * LONGS + FORMED_AT] = times.formedAtMicros();
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

    /** The pre-synaptic neuron of the synapse at an index. */
    public int pre(int i) {
        return ints[i * INTS + PRE];
    }

    public SynapseState state(int i) {
        return ints[i * INTS + REASON] == 0 ? SynapseState.ACTIVE : SynapseState.DORMANT;
    }

    public boolean active(int i) {
        return ints[i * INTS + REASON] == 0;
    }

    /** Why a synapse is dormant; NONE if it is active. */
    public MaskReason maskReason(int i) {
        return REASONS[ints[i * INTS + REASON]];
    }

    /** First lag bin of its peak, or of its trough if it is inhibitory. */
    public int lagBin(int i) {
        return ints[i * INTS + LAG_BIN];
    }

    public int widthBins(int i) {
        return ints[i * INTS + WIDTH_BINS];
    }

    public boolean inhibitory(int i) {
        return ints[i * INTS + INHIBITORY] == 1;
    }

    /** Returns what the learning rule remembers of a synapse. */
    public RuleMemory memory(int i) {
        return new RuleMemory(doubles[i * DOUBLES + FIRST_MEMORY], doubles[i * DOUBLES + SECOND_MEMORY]);
    }

    /** Its weight, in [0, 1]. */
    public double weight(int i) {
        return doubles[i * DOUBLES + WEIGHT];
    }

    /** Its evidence at the last judgement; negative if it is inhibitory. */
    public double z(int i) {
        return doubles[i * DOUBLES + Z];
    }

    /** How many times more pairs its peak holds than chance explains, at the last judgement. */
    public double lift(int i) {
        return doubles[i * DOUBLES + LIFT];
    }

    /** Log odds, from the windows since it last changed state, that it is used and not just chance. */
    public double useLogOdds(int i) {
        return doubles[i * DOUBLES + USE_LOG_ODDS];
    }

    /** Event time at which it formed. */
    public long formedAtMicros(int i) {
        return longs[i * LONGS + FORMED_AT];
    }

    /** Event time of the latest causal pair at its lag. */
    public long lastCoFiredAtMicros(int i) {
        return longs[i * LONGS + LAST_CO_FIRED_AT];
    }

    /** Observed time of the network at which it fell dormant; 0 if it is active. */
    public long dormantSinceObservedMicros(int i) {
        return longs[i * LONGS + DORMANT_SINCE];
    }

    /** Observed time of the network at which it last co-fired above chance. */
    public long lastUsedObservedMicros(int i) {
        return longs[i * LONGS + LAST_USED];
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
        ints[i * INTS + REASON] = reason.ordinal();
    }

    void setPeak(int i, int lagBin, int widthBins, double z) {
        ints[i * INTS + LAG_BIN] = lagBin;
        ints[i * INTS + WIDTH_BINS] = widthBins;
        doubles[i * DOUBLES + Z] = z;
    }

    void setWeight(int i, double weight) {
        doubles[i * DOUBLES + WEIGHT] = weight;
    }

    void setLift(int i, double lift) {
        doubles[i * DOUBLES + LIFT] = lift;
    }

    void setUseLogOdds(int i, double logOdds) {
        doubles[i * DOUBLES + USE_LOG_ODDS] = logOdds;
    }

    /** Keeps what the learning rule remembers of a synapse. */
    public void setMemory(int i, RuleMemory memory) {
        doubles[i * DOUBLES + FIRST_MEMORY] = memory.first();
        doubles[i * DOUBLES + SECOND_MEMORY] = memory.second();
    }

    void setLastCoFiredAtMicros(int i, long micros) {
        longs[i * LONGS + LAST_CO_FIRED_AT] = micros;
    }

    void setDormantSinceObservedMicros(int i, long micros) {
        longs[i * LONGS + DORMANT_SINCE] = micros;
    }

    void setLastUsedObservedMicros(int i, long micros) {
        longs[i * LONGS + LAST_USED] = micros;
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
