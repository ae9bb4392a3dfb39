package dev.hebb.evidence;

import java.util.Arrays;

/**
 * What a sample of a network's pairs tells of the peaks that no synapse makes: the least score that a synapse's peak
 * needs. The score of a peak is its lift above chance times its effect, normalised by the rates of both neurons. Where
 * no synapse can make a peak, indirect paths do, with the same scores as among the peaks that look like synapses: the
 * decoys and candidates of target-decoy methods.
 *
 * @param known whether there is a sample
 * @param leastScore of a synapse's peak
 * @param troughs what the sample tells of inhibition
 * @param links between the neurons of the sample
 * @param signs of the neurons of the sample
 */
public record NetworkNull(boolean known, double leastScore, TroughNull troughs, SampleLinks links, NeuronSigns signs) {
    /** That of a network of which no sample was counted yet. */
    public static final NetworkNull UNKNOWN =
            new NetworkNull(false, 0, TroughNull.UNKNOWN, SampleLinks.NONE, NeuronSigns.NONE);

    private static final double PRIOR_DECOYS = 0.3;
    private static final double PRIOR_WEIGHT = 2;
    private static final double PRIOR_LOG_SCORE = Math.log(0.02);
    private static final double PRIOR_SD = 0.5;
    private static final double PRIOR_SD_WEIGHT = 10;
    private static final double LEAST_LOG_SCORE = -8;
    private static final double STEP = 0.025;
    private static final int STEPS = 400;

    /**
     * The least score of which, among all peaks that reach it, at most this share is expected to be indirect.
     *
     * @param candidates scores of the peaks that look like those of synapses, in any order
     * @param decoys scores of the peaks that no synapse makes, in any order
     * @param rate share of the synapses found that may be false
     */
    static double leastScore(double[] candidates, double[] decoys, double rate) {
        double[] sorted = candidates.clone();
        Arrays.sort(sorted);
        double[] logs = Arrays.stream(decoys).sorted().map(Math::log).toArray();
        double mean = (Arrays.stream(logs).sum() + PRIOR_WEIGHT * PRIOR_LOG_SCORE) / (logs.length + PRIOR_WEIGHT);
        double prior = PRIOR_LOG_SCORE - mean;
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum()
                        + PRIOR_WEIGHT * prior * prior
                        + PRIOR_SD_WEIGHT * PRIOR_SD * PRIOR_SD;
        double sd = Math.sqrt(squares / (logs.length + PRIOR_SD_WEIGHT));
        double indirect = logs.length + PRIOR_DECOYS;
        if (indirect <= rate * (sorted.length + 1)) {
            return 0;
        }
        for (int step = 0; step < STEPS; step++) {
            double log = LEAST_LOG_SCORE + step * STEP;
            int reaching = sorted.length - below(sorted, Math.exp(log));
            if (indirect * PoissonDeviance.tail((log - mean) / sd) <= rate * (reaching + 1)) {
                return Math.exp(log);
            }
        }
        return Double.MAX_VALUE;
    }

    private static int below(double[] sorted, double score) {
        int below = 0;
        while (below < sorted.length && sorted[below] < score) {
            below++;
        }
        return below;
    }
}
