package dev.hebb.synapse;

/**
 * Builds the constants of a stage for a test, which names only what it is about. Defaults: rate 0.5, τ 400 s,
 * 0.3 to start with, masked below 0.16, three synapses at most, a term of five windows.
 */
public final class StageBuilder {
    private String name = "TEST";
    private double learningRate = 0.5;
    private long decayMicros = 400_000_000;
    private double initialWeight = 0.3;
    private double maskBelowWeight = 0.16;
    private int fanInBudget = 3;
    private long dormantTermMicros = 5 * WindowContexts.WINDOW_MICROS;
    private boolean formationPermitted = true;
    private long neuronTermMicros = 60 * WindowContexts.WINDOW_MICROS;

    public StageBuilder name(String to) {
        name = to;
        return this;
    }

    public StageBuilder learningRate(double to) {
        learningRate = to;
        return this;
    }

    public StageBuilder decayMicros(long to) {
        decayMicros = to;
        return this;
    }

    /** Weight of a new synapse, and the weight below which one is masked. */
    public StageBuilder weights(double initial, double maskBelow) {
        initialWeight = initial;
        maskBelowWeight = maskBelow;
        return this;
    }

    public StageBuilder fanInBudget(int to) {
        fanInBudget = to;
        return this;
    }

    public StageBuilder dormantTermMicros(long to) {
        dormantTermMicros = to;
        return this;
    }

    /** Time after which a neuron without synapses is pruned. */
    public StageBuilder neuronTermMicros(long to) {
        neuronTermMicros = to;
        return this;
    }

    public StageBuilder withoutFormation() {
        formationPermitted = false;
        return this;
    }

    public StageConstants build() {
        return new StageConstants(
                name,
                learningRate,
                decayMicros,
                initialWeight,
                maskBelowWeight,
                fanInBudget,
                dormantTermMicros,
                3,
                formationPermitted,
                neuronTermMicros);
    }
}
