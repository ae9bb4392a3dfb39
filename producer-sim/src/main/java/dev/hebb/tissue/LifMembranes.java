package dev.hebb.tissue;

/**
 * Leaky integrate-and-fire neurons with input as a current times the membrane's resistance, in mV above rest:
 *
 * <pre>
 *   τ V' = −V + I      at V ≥ 15: V ← 0, and nothing for t_ref
 *   excitatory: τ 20 ms, t_ref 2 ms        inhibitory: τ 10 ms, t_ref 1 ms
 * </pre>
 *
 * Under an input that is constant during each step, which it is, the solution is exact: the decay, the time of a spike,
 * and the rest of the step in which the refractory time ends. A second spike within a step is not possible.
 */
final class LifMembranes implements Membranes {
    static final double THRESHOLD = 15;
    static final double EXCITATORY_TAU_MILLIS = 20;
    static final double EXCITATORY_REFRACTORY_MILLIS = 2;

    private static final double INHIBITORY_TAU_MILLIS = 10;
    private static final double INHIBITORY_REFRACTORY_MILLIS = 1;

    private final double stepMillis;
    private final boolean[] inhibitory;
    private final double[] v;
    private final double[] refractoryMillis;
    private final double excitatoryDecay;
    private final double inhibitoryDecay;

    LifMembranes(boolean[] inhibitory, double stepMillis) {
        this.stepMillis = stepMillis;
        this.inhibitory = inhibitory.clone();
        v = new double[inhibitory.length];
        refractoryMillis = new double[inhibitory.length];
        excitatoryDecay = StrictMath.exp(-stepMillis / EXCITATORY_TAU_MILLIS);
        inhibitoryDecay = StrictMath.exp(-stepMillis / INHIBITORY_TAU_MILLIS);
    }

    @Override
    public double step(int neuron, double input) {
        double resting = refractoryMillis[neuron];
        if (resting >= stepMillis) {
            refractoryMillis[neuron] = resting - stepMillis;
            return SILENT;
        }
        refractoryMillis[neuron] = 0;
        double before = v[neuron];
        double after = input + (before - input) * decay(neuron, resting);
        if (after < THRESHOLD) {
            v[neuron] = after;
            return SILENT;
        }
        return fire(neuron, resting + tau(neuron) * StrictMath.log((input - before) / (input - THRESHOLD)));
    }

    private double decay(int neuron, double resting) {
        if (resting > 0) {
            return StrictMath.exp((resting - stepMillis) / tau(neuron));
        }
        return inhibitory[neuron] ? inhibitoryDecay : excitatoryDecay;
    }

    /** The crossing may round to the end of the step. */
    private double fire(int neuron, double crossingMillis) {
        double crossing = Math.max(0, Math.min(crossingMillis, stepMillis));
        v[neuron] = 0;
        refractoryMillis[neuron] = crossing
                - stepMillis
                + (inhibitory[neuron] ? INHIBITORY_REFRACTORY_MILLIS : EXCITATORY_REFRACTORY_MILLIS);
        return Math.min(crossing / stepMillis, Math.nextDown(1.0));
    }

    private double tau(int neuron) {
        return inhibitory[neuron] ? INHIBITORY_TAU_MILLIS : EXCITATORY_TAU_MILLIS;
    }
}
