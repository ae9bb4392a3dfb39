package dev.hebb.rule;

/**
 * BCM rule (Bienenstock, Cooper and Munro 1982) with the sliding threshold of Intrator and Cooper 1992: what fires
 * together strengthens while the post-synaptic neuron is busier than it used to be, and weakens while it is calmer.
 *
 * <pre>
 * Δw = η·g · xy · (y − θ)
 * θ  = average of y² over observed time, weighted by exp(−age / τ), this window included
 * xy = c / (T · f)                  c causal pairs at the synapse's lag
 * y  = n_post / (T · f)             n_post post-synaptic spikes
 *
 * τ    thetaTimeMicros   µs
 * f    referenceRateHz   Hz, the rate that counts as 1
 * T    observed seconds of the window
 * </pre>
 *
 * Rules of this name differ: Nengo's θ averages y, ANNarchy's (and this one) y². The average is of what was seen since
 * the synapse formed, with nothing assumed before: the memory is the weighted sum of y², and the sum of the weights,
 * which is 0 as long as there is nothing to average. For an inhibitory synapse c is the number of pairs that are
 * missing, max(0, e − c). The caller keeps w in [0, 1].
 */
public final class BcmRule implements LearningRule {
    static final String NAME = "bcm";

    private final BcmConstants constants;

    public BcmRule(BcmConstants constants) {
        this.constants = constants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public WeightChange learn(double weight, double rate, SynapseUse use, RuleMemory memory) {
        double kept = Math.exp(-(double) use.window().observedMicros() / constants.thetaTimeMicros());
        double y = use.relativeRate(use.postSpikes(), constants.referenceRateHz());
        double sum = kept * memory.first() + (1 - kept) * y * y;
        double weights = kept * memory.second() + (1 - kept);
        double theta = weights > 0 ? sum / weights : 0;
        double delta = rate * use.relativeRate(use.pairs(), constants.referenceRateHz()) * (y - theta);
        return new WeightChange(delta, new RuleMemory(sum, weights));
    }
}
