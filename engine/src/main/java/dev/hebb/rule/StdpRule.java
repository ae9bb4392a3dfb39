package dev.hebb.rule;

/**
 * Spike-timing-dependent plasticity of all pairs, by traces (Song, Miller and Abbott 2000; weight dependence by
 * exponents as in Gütig et al. 2003; the same as NEST's {@code stdp_synapse} with weights divided by its Wmax).
 *
 * <pre>
 * post-synaptic spike acts:   w ← min(1, w + A₊ · η·g · (1 − w)^μ₊ · K₊)   then  K₋ ← K₋ + 1
 * pre-synaptic spike:         w ← max(0, w − A₋ · η·g ·      w^μ₋  · K₋)   then  K₊ ← K₊ + 1
 * between spikes:             K₊ decays with τ₊, K₋ with τ₋; both begin at 0
 *
 * A₊, A₋      plus, minus                      weight per pair
 * τ₊, τ₋      tauPlusMicros, tauMinusMicros    µs
 * μ₊, μ₋      muPlus, muMinus                  –
 * delay       dendriticDelayMicros             µs from a post-synaptic spike to its action
 * </pre>
 *
 * At one moment the post-synaptic action comes first, and neither spike sees the other: a simultaneous pair adds
 * nothing. For an inhibitory synapse the signs are exchanged (anti-Hebbian STDP, Bell et al. 1997): causal pairs are
 * what it prevents, so they weaken it. Remembers K₊ and K₋ at the window's end.
 */
public final class StdpRule implements LearningRule {
    static final String NAME = "stdp";

    private final SpikeTiming timing;

    public StdpRule(StdpConstants constants) {
        this.timing = new SpikeTiming(constants, Trace.Pairing.ALL_TO_ALL);
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
