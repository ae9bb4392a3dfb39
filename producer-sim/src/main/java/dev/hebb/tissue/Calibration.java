package dev.hebb.tissue;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Calibration of a cell model: how strong one synapse must be to make a resting cell fire, and how much noise makes it
 * fire at a given rate. So strengths and rates have the same units for every model and step. It depends on the model
 * and the step alone, not on the seed of a run.
 *
 * @param thresholdCurrent jump of the excitatory synaptic current that just fires a resting cell: strength 1
 * @param noiseCurrent standard deviation of the noise current, a new value each step
 */
record Calibration(double thresholdCurrent, double noiseCurrent) {
    private static final int ROUNDS = 11;
    private static final double ANSWER_MILLIS = 40;
    private static final int TRIAL_CELLS = 20;
    private static final double TRIAL_MILLIS = 10_000;
    private static final long TRIAL_SEED = 1;

    /**
     * Calibrates.
     *
     * @param rateHz how often noise alone is to make a cell fire
     */
    static Calibration of(CellModel model, boolean inhibitory, double stepMillis, double rateHz) {
        double threshold = least(jump -> isFiredBy(jump, model, inhibitory, stepMillis));
        double noise = rateHz == 0 ? 0 : least(sigma -> noisyRateHz(sigma, model, inhibitory, stepMillis) >= rateHz);
        return new Calibration(threshold, noise);
    }

    /** The least value for which the condition holds, which it does for all larger ones, within one in 2^11. */
    private static double least(DoublePredicate condition) {
        double high = 1;
        while (!condition.test(high)) {
            high *= 2;
        }
        double low = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = (low + high) / 2;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean isFiredBy(double jump, CellModel model, boolean inhibitory, double stepMillis) {
        Membranes membranes = model.membranes(new boolean[] {inhibitory}, stepMillis);
        double decay = SynapticInput.excitatoryDecay(stepMillis);
        double current = jump;
        for (double millis = 0; millis < ANSWER_MILLIS; millis += stepMillis) {
            if (membranes.step(0, current) >= 0) {
                return true;
            }
            current *= decay;
        }
        return false;
    }

    private static double noisyRateHz(double sigma, CellModel model, boolean inhibitory, double stepMillis) {
        boolean[] kinds = new boolean[TRIAL_CELLS];
        Arrays.fill(kinds, inhibitory);
        Membranes membranes = model.membranes(kinds, stepMillis);
        Noise noise = new Noise(TRIAL_SEED);
        long steps = Math.round(TRIAL_MILLIS / stepMillis);
        int spikes = 0;
        for (long step = 0; step < steps; step++) {
            long key = noise.key(step);
            for (int cell = 0; cell < TRIAL_CELLS; cell++) {
                if (membranes.step(cell, sigma * Noise.of(key, cell)) >= 0) {
                    spikes++;
                }
            }
        }
        return spikes * 1000.0 / (TRIAL_CELLS * TRIAL_MILLIS);
    }
}
