package dev.hebb.plasticity;

/**
 * Covariance rule (Sejnowski 1977): learn from co-firing beyond chance.
 *
 * <pre>
 * r  = (c − e) / √(n_i · n_j)          c causal count at the synapse's lag, e its chance level in this window
 * Δw = η · g · r · (1 − w)   r ≥ 0
 * Δw = η · g · r · w         r &lt; 0
 * </pre>
 *
 * The weight dependence keeps w inside (0, 1) for |η·g·r| ≤ 1.
 */
public final class CovarianceRule implements LearningRule {
    @Override
    public String name() {
        return "covariance";
    }

    @Override
    public double delta(double weight, double rate, SynapseUse use) {
        if (use.preSpikes() == 0 || use.postSpikes() == 0) {
            return 0;
        }
        double r = (use.causal() - use.chance()) / Math.sqrt((double) use.preSpikes() * use.postSpikes());
        return rate * r * (r >= 0 ? 1 - weight : weight);
    }
}
