package dev.hebb.rule;

/**
 * Covariance rule (Sejnowski 1977): learn from co-firing beyond chance.
 *
 * <pre>
 * r  = (c − e) / √(n_i · n_j)          c causal count at the synapse's lag, e its chance level in this window
 * r  = (e − c) / √(n_i · n_j)          of an inhibitory synapse: learn from the pairs that are missing
 * Δw = η · g · r · (1 − w)   r ≥ 0
 * Δw = η · g · r · w         r &lt; 0
 * </pre>
 *
 * The weight dependence keeps w inside (0, 1) for |η·g·r| ≤ 1. It has no constants of its own, and remembers nothing.
 */
public final class CovarianceRule implements LearningRule {
    static final String NAME = "covariance";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public WeightChange learn(double weight, double rate, SynapseUse use, RuleMemory memory) {
        if (use.preSpikes() == 0 || use.postSpikes() == 0) {
            return new WeightChange(0, memory);
        }
        double r = use.excess() / Math.sqrt((double) use.preSpikes() * use.postSpikes());
        return new WeightChange(rate * r * (r >= 0 ? 1 - weight : weight), memory);
    }
}
