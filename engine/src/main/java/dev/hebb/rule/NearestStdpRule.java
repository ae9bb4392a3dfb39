package dev.hebb.rule;

/**
 * Spike-timing-dependent plasticity of nearest neighbours, symmetric (Morrison, Diesmann and Gerstner 2008, figure 7A;
 * NEST's {@code stdp_nn_symm_synapse} with weights divided by its Wmax): each post-synaptic spike is paired with the
 * nearest earlier pre-synaptic one, each pre-synaptic spike with the nearest earlier post-synaptic one.
 *
 * <pre>
 * post-synaptic spike acts:   w ← min(1, w + A₊ · η·g · (1 − w)^μ₊ · K₊)   then  K₋ ← 1
 * pre-synaptic spike:         w ← max(0, w − A₋ · η·g ·      w^μ₋  · K₋)   then  K₊ ← 1
 * between spikes:             K₊ decays with τ₊, K₋ with τ₋; both begin at 0
 * </pre>
 *
 * Constants, delay, order at one moment, inhibitory synapses and memory are those of {@link StdpRule}. Of two spikes at
 * one moment neither sees the other, so each is paired with the second latest: pre-synaptic spikes at 10 and 20 ms and
 * a post-synaptic one at 20 ms strengthen by the pair 10 to 20.
 */
public final class NearestStdpRule implements LearningRule {
    static final String NAME = "stdp-nearest";

    private final SpikeTiming timing;

    public NearestStdpRule(StdpConstants constants) {
        this.timing = new SpikeTiming(constants, Trace.Pairing.NEAREST);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public WeightChange learn(double weight, double rate, SynapseUse use, RuleMemory memory) {
        return timing.learn(weight, rate, use, memory);
    }
}
