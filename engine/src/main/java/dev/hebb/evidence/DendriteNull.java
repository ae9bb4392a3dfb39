package dev.hebb.evidence;

import java.util.OptionalDouble;

/**
 * What the pairs of a dendrite, and a sample of the network's, tell of peaks that no synapse makes. A function of their
 * cumulative histograms, learned when it is first asked for. Valid as long as these histograms are.
 */
public interface DendriteNull {
    /** Relative variance of the baseline: variance of the chance level over its square, at least 0. */
    double baselineVariance();

    /**
     * The peaks of the dendrite at lags where no synapse can make one.
     *
     * @param requiredZ that a peak must reach
     */
    IndirectDrive indirectDrive(double requiredZ);

    /** Least score of a synapse's peak, of which {@link PeakScore} is one; empty if the network's null is not known. */
    OptionalDouble leastScore();

    /** What is known of inhibition in the network. */
    TroughNull troughs();

    /** One of which nothing is learned: of the pairs that have histograms, all may be synapses. */
    static DendriteNull unknown(double baselineVariance, OptionalDouble leastScore, TroughNull troughs) {
        return new DendriteNull() {
            @Override
            public double baselineVariance() {
                return baselineVariance;
            }

            @Override
            public IndirectDrive indirectDrive(double requiredZ) {
                return IndirectDrive.NONE;
            }

            @Override
            public OptionalDouble leastScore() {
                return leastScore;
            }

            @Override
            public TroughNull troughs() {
                return troughs;
            }
        };
    }
}
