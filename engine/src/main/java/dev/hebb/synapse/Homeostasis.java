package dev.hebb.synapse;

/**
 * Multiplicative scaling of a dendrite's active excitatory synapses towards a total weight (Turrigiano et al. 1998).
 *
 * <pre>
 * f = (target / Σw)^(1 − exp(−T / τ))
 * w ← min(1, w · f^((w / mean w)^γ))
 *
 * T        observed time of the window, times the plasticity that stress leaves
 * target   targetTotalWeight    –
 * τ        timeConstantMicros   µs
 * γ        exponent             –
 * </pre>
 *
 * Both are choices of a model. Biology scales over hours to days, while models need seconds to minutes to be stable
 * (Zenke, Hennequin and Gerstner 2013). And uniform scaling (γ = 0) is contested: Hanes et al. 2020 find that small
 * synaptic currents hardly scale and large ones most ("divergent scaling", γ &gt; 0). Dormant and inhibitory synapses
 * are neither counted nor scaled: the former conduct nothing, the latter would have to scale the opposite way.
 */
final class Homeostasis {
    private final HomeostasisConfig config;

    Homeostasis(HomeostasisConfig config) {
        this.config = config;
    }

    void scale(DendriteSynapses row, WindowContext context) {
        int synapses = 0;
        double total = 0;
        for (int i = 0; i < row.size(); i++) {
            if (scales(row, i)) {
                synapses++;
                total += row.weight(i);
            }
        }
        if (config.enabled() && total > 0) {
            scale(row, factor(total, context), synapses / total);
        }
    }

    private void scale(DendriteSynapses row, double factor, double perMean) {
        for (int i = 0; i < row.size(); i++) {
            if (scales(row, i)) {
                double share = Math.pow(row.weight(i) * perMean, config.exponent());
                row.setWeight(i, Math.min(1, row.weight(i) * Math.pow(factor, share)));
            }
        }
    }

    private double factor(double total, WindowContext context) {
        double done = -Math.expm1(-context.plasticity() * context.observedMicros() / config.timeConstantMicros());
        return Math.pow(config.targetTotalWeight() / total, done);
    }

    private static boolean scales(DendriteSynapses row, int i) {
        return row.active(i) && !row.inhibitory(i) && row.weight(i) > 0;
    }
}
