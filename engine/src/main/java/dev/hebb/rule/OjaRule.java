package dev.hebb.rule;

/**
 * Oja's rule (Oja 1982) on co-firing and rates: strengthen what fires together, and forget the faster, the more the
 * post-synaptic neuron fires at all, so that weights stay bounded and inputs compete.
 *
 * <pre>
 * Δw = η·g · (xy − α · y² · w)      η·g·α·y² at most 1: no window forgets more than there is
 * xy = c / (T · f)                  c causal pairs at the synapse's lag
 * y  = n_post / (T · f)             n_post post-synaptic spikes
 *
 * α    alpha             –
 * f    referenceRateHz   Hz, the rate that counts as 1
 * T    observed seconds of the window
 * </pre>
 *
 * It settles at w = xy / (α·y²) or at 1. For an inhibitory synapse c is the number of pairs that are missing, max(0, e
 * − c). Remembers nothing.
 */
public final class OjaRule implements LearningRule {
    static final String NAME = "oja";

    private final OjaConstants constants;

    public OjaRule(OjaConstants constants) {
        this.constants = constants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public WeightChange learn(double weight, double rate, SynapseUse use, RuleMemory memory) {
        double xy = use.relativeRate(use.pairs(), constants.referenceRateHz());
        double y = use.relativeRate(use.postSpikes(), constants.referenceRateHz());
        double delta = rate * xy - Math.min(1, rate * constants.alpha() * y * y) * weight;
        return new WeightChange(delta, memory);
    }
}
