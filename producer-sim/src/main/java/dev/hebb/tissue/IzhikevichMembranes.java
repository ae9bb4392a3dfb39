package dev.hebb.tissue;

import java.util.Arrays;

/**
 * Izhikevich 2003 (IEEE Trans. Neural Netw. 14:1569), with v in mV, t in ms:
 *
 * <pre>
 *   v' = 0.04 v² + 5 v + 140 − u + I      u' = a (b v − u)      at v ≥ 30: v ← c, u ← u + d
 *   regular spiking: a 0.02, b 0.2, c −65, d 8        fast spiking: a 0.1, b 0.2, c −65, d 2
 * </pre>
 *
 * As in the paper, v is integrated in Euler steps of half a millisecond, and u once a step. The time of a spike is
 * where the straight line over the last half millisecond meets 30 mV.
 */
final class IzhikevichMembranes implements Membranes {
    private static final double SUB_STEP_MILLIS = 0.5;
    private static final double PEAK = 30;
    private static final double RESET = -65;
    private static final double B = 0.2;
    private static final double REST = -70;

    private final double stepMillis;
    private final int subSteps;
    private final double[] v;
    private final double[] u;
    private final double[] a;
    private final double[] d;

    IzhikevichMembranes(boolean[] inhibitory, double stepMillis) {
        this.stepMillis = stepMillis;
        subSteps = (int) Math.round(stepMillis / SUB_STEP_MILLIS);
        v = new double[inhibitory.length];
        u = new double[inhibitory.length];
        a = new double[inhibitory.length];
        d = new double[inhibitory.length];
        Arrays.fill(v, REST);
        Arrays.fill(u, B * REST);
        for (int neuron = 0; neuron < inhibitory.length; neuron++) {
            a[neuron] = inhibitory[neuron] ? 0.1 : 0.02;
            d[neuron] = inhibitory[neuron] ? 2 : 8;
        }
    }

    @Override
    public double step(int neuron, double input) {
        double potential = v[neuron];
        double recovery = u[neuron];
        double fired = SILENT;
        for (int sub = 0; sub < subSteps; sub++) {
            double before = potential;
            potential += SUB_STEP_MILLIS * (0.04 * potential * potential + 5 * potential + 140 - recovery + input);
            if (potential >= PEAK) {
                fired = (sub + (PEAK - before) / (potential - before)) / subSteps;
                potential = RESET;
                recovery += d[neuron];
            }
        }
        v[neuron] = potential;
        u[neuron] = recovery + stepMillis * a[neuron] * (B * potential - recovery);
        return fired;
    }
}
