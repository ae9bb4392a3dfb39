package dev.hebb.tissue;

/**
 * The calibrated constants of each neuron.
 *
 * @param thresholdCurrents see {@link Calibration#thresholdCurrent}
 * @param noiseCurrents see {@link Calibration#noiseCurrent}
 */
record CellConstants(double[] thresholdCurrents, double[] noiseCurrents) {
    static CellConstants of(TissueSettings settings) {
        Calibration excitatory = calibration(settings, false);
        Calibration inhibitory = calibration(settings, true);
        boolean[] kinds = settings.inhibitory();
        double[] thresholds = new double[kinds.length];
        double[] noises = new double[kinds.length];
        for (int neuron = 0; neuron < kinds.length; neuron++) {
            Calibration cell = kinds[neuron] ? inhibitory : excitatory;
            thresholds[neuron] = cell.thresholdCurrent();
            noises[neuron] = cell.noiseCurrent();
        }
        return new CellConstants(thresholds, noises);
    }

    private static Calibration calibration(TissueSettings settings, boolean inhibitory) {
        return Calibration.of(settings.model(), inhibitory, settings.clock().stepMillis(), settings.rateHz());
    }
}
