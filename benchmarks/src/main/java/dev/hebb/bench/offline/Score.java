package dev.hebb.bench.offline;

import dev.hebb.synapse.NeuronPair;
import java.util.Set;

/**
 * Synapses found against the true ones.
 *
 * @param truePositives found and true
 * @param falsePositives found and not true
 * @param falseNegatives true and not found
 * @param trueNegatives neither
 */
public record Score(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
    /** Scores a network of this many neurons. */
    public static Score of(Set<NeuronPair> found, Set<NeuronPair> truth, int neurons) {
        long hits = found.stream().filter(truth::contains).count();
        long wrong = found.size() - hits;
        long missed = truth.size() - hits;
        return new Score(hits, wrong, missed, (long) neurons * (neurons - 1) - hits - wrong - missed);
    }

    /** Matthews correlation coefficient; 0 where it is not defined. */
    public double mcc() {
        double found = truePositives + falsePositives;
        double real = truePositives + falseNegatives;
        double notReal = trueNegatives + falsePositives;
        double notFound = trueNegatives + falseNegatives;
        double norm = Math.sqrt(found) * Math.sqrt(real) * Math.sqrt(notReal) * Math.sqrt(notFound);
        double product = (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        return norm == 0 ? 0 : product / norm;
    }
}
