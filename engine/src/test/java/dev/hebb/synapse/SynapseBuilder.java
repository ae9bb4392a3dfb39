package dev.hebb.synapse;

import dev.hebb.rule.RuleMemory;

/**
 * Builds a synapse for a test, which names only what it is about. By default it is active and excitatory, has
 * weight 0.3 and a peak of three times chance at lag 3, and all its times are 0.
 */
public final class SynapseBuilder {
    private final int pre;
    private double weight = 0.3;
    private MaskReason maskReason = MaskReason.NONE;
    private int lagBin = 3;
    private int widthBins = 1;
    private boolean inhibitory;
    private double z = 8;
    private double lift = 3;
    private double useLogOdds;
    private RuleMemory memory = RuleMemory.NONE;
    private long formedAtMicros;
    private long lastCoFiredAtMicros;
    private long dormantSinceObservedMicros;
    private long lastUsedObservedMicros;

    private SynapseBuilder(int pre) {
        this.pre = pre;
    }

    /** A synapse of a pre-synaptic neuron. */
    public static SynapseBuilder of(int pre) {
        return new SynapseBuilder(pre);
    }

    public SynapseBuilder weight(double to) {
        weight = to;
        return this;
    }

    /** Dormant for a reason; active if that is NONE. */
    public SynapseBuilder masked(MaskReason reason, long sinceObservedMicros) {
        maskReason = reason;
        dormantSinceObservedMicros = sinceObservedMicros;
        return this;
    }

    public SynapseBuilder peak(int atLagBin, int ofBins) {
        lagBin = atLagBin;
        widthBins = ofBins;
        return this;
    }

    public SynapseBuilder inhibitory(boolean is) {
        inhibitory = is;
        return this;
    }

    public SynapseBuilder evidence(double itsZ, double itsLift) {
        z = itsZ;
        lift = itsLift;
        return this;
    }

    public SynapseBuilder useLogOdds(double to) {
        useLogOdds = to;
        return this;
    }

    public SynapseBuilder memory(double first, double second) {
        memory = new RuleMemory(first, second);
        return this;
    }

    public SynapseBuilder formedAt(long micros) {
        formedAtMicros = micros;
        return this;
    }

    public SynapseBuilder lastCoFiredAt(long micros) {
        lastCoFiredAtMicros = micros;
        return this;
    }

    public SynapseBuilder lastUsed(long observedMicros) {
        lastUsedObservedMicros = observedMicros;
        return this;
    }

    public Synapse build() {
        return new Synapse(
                pre,
                weight,
                maskReason,
                new Peak(lagBin, widthBins, inhibitory, z, lift),
                useLogOdds,
                memory,
                new SynapseTimes(
                        formedAtMicros, lastCoFiredAtMicros, dormantSinceObservedMicros, lastUsedObservedMicros));
    }
}
