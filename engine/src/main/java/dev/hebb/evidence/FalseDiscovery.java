package dev.hebb.evidence;

/**
 * Share of false synapses among those of a given lift. Lift is how many times more spike pairs a peak holds than chance
 * explains; its lower bound is one standard deviation less. Neurons that were not recorded, and bursts, make
 * significant peaks too, but mostly of a small lift. Of a trough, it is the depth that counts: the share of the pairs
 * that is missing, with one standard deviation of the counts less.
 *
 * <p>The constants were fitted to networks of known wiring; docs/evidence.md names them, and shows how well they hold
 * on others.
 */
public final class FalseDiscovery {
    private static final double REFERENCE_RATE = 0.05;
    private static final double REFERENCE_LIFT = 1.5;
    private static final double EXPONENT = 0.3;
    private static final double LOG_ODDS_AT_TWICE_CHANCE = 3;
    private static final double LOG_ODDS_SLOPE = 5.6;
    private static final double LOG_ODDS_AT_FULL_DEPTH = 7;
    private static final double LOG_ODDS_SLOPE_OF_DEPTH = 4.3;

    private FalseDiscovery() {}

    /**
     * Least lower bound of a lift with which this share of the synapses found is false; at least 1. The more peaks a
     * dendrite has that cannot be synapses, the more of its other peaks are none either.
     *
     * @param rate share that may be false, in (0, 1]; 1: no lift is needed
     * @param indirectPeaks of the dendrite, at lags where no synapse can make a peak
     */
    static double leastLift(double rate, int indirectPeaks) {
        return rate >= 1
                ? 1
                : 1 + (REFERENCE_LIFT - 1) * Math.pow((1 + indirectPeaks) * REFERENCE_RATE / rate, EXPONENT);
    }

    /** Lower bound of the lift of a count. */
    static double lowerLift(double count, double chance) {
        return (count - Math.sqrt(count)) / chance;
    }

    /**
     * Local false-discovery rate: the share of excitatory synapses with this evidence that are false, in [0, 1].
     *
     * @param z of the peak
     * @param lift of the peak
     */
    public static double rate(double z, double lift) {
        if (z <= 0 || lift <= 1) {
            return 1;
        }
        double chance = chance(z, lift);
        double excess = lowerLift(lift * chance, chance) - 1;
        return excess <= 0 ? 1 : 1 / (1 + Math.exp(LOG_ODDS_AT_TWICE_CHANCE) * Math.pow(excess, LOG_ODDS_SLOPE));
    }

    /**
     * Local false-discovery rate: the share of inhibitory synapses with this evidence that are false, in [0, 1].
     *
     * @param z of the trough, negative
     * @param lift of the trough, below 1
     */
    public static double rateOfInhibition(double z, double lift) {
        if (z >= 0 || lift >= 1) {
            return 1;
        }
        double chance = chance(z, lift);
        double count = lift * chance;
        double depth = 1 - (count + Math.sqrt(count)) / chance;
        return depth <= 0 ? 1 : 1 / (1 + Math.exp(LOG_ODDS_AT_FULL_DEPTH) * Math.pow(depth, LOG_ODDS_SLOPE_OF_DEPTH));
    }

    /** The deviance of a Poisson count, solved for its chance level. */
    private static double chance(double z, double lift) {
        double counted = lift > 0 ? lift * Math.log(lift) : 0;
        return z * z / (2 * (counted - lift + 1));
    }
}
