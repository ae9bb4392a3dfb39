package dev.hebb.evidence;

/**
 * What the pairs of a dendrite tell of peaks that no synapse makes. A function of the dendrite's cumulative histograms,
 * learned when it is first asked for. Valid as long as these histograms are.
 */
public interface DendriteNull {
    /** Relative variance of the baseline: variance of the chance level over its square, at least 0. */
    double baselineVariance();

    /**
     * The peaks at lags where no synapse can make one.
     *
     * @param requiredZ that a peak must reach
     */
    IndirectDrive indirectDrive(double requiredZ);

    /** One of which nothing is learned: of the pairs that have histograms, all may be synapses. */
    static DendriteNull unknown(double baselineVariance) {
        return new DendriteNull() {
            @Override
            public double baselineVariance() {
                return baselineVariance;
            }

            @Override
            public IndirectDrive indirectDrive(double requiredZ) {
                return IndirectDrive.NONE;
            }
        };
    }
}
