package dev.hebb.api.streams;

import dev.hebb.api.view.PairEvidence;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.evidence.DendriteNull;
import dev.hebb.evidence.Evidence;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.Histograms;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.evidence.Verdict;
import dev.hebb.shard.ShardProgress;
import java.util.Arrays;
import java.util.List;

/** Judges the histogram of a pair that is queried. */
final class PairEvidences {
    private PairEvidences() {}

    /**
     * @param counts a two-sided histogram
     * @param dendrite the histograms of all pairs of its dendrite; none if not all are kept
     * @param network what a sample of the network's pairs tells
     * @param progress of the shard, with the observed time and the number of neurons
     */
    static PairEvidence judge(
            int[] counts,
            List<int[]> dendrite,
            NetworkNull network,
            ShardProgress progress,
            LagAxis axis,
            EvidenceJudge judge) {
        long pairsTested = (long) progress.neurons() * (progress.neurons() - 1);
        Histogram histogram = new Histogram(counts, 0);
        Histograms ofDendrite = new Histograms(dendrite.size(), index -> new Histogram(dendrite.get(index), 0));
        DendriteNull learned = judge.learn(ofDendrite, network, progress.observedMicros());
        Evidence evidence = judge.judge(histogram, pairsTested, learned);
        double needed = judge.recordingNeeded(histogram);
        boolean undecided = evidence.verdict() == Verdict.UNDECIDED;
        return new PairEvidence(
                Arrays.copyOfRange(counts, axis.bins(), counts.length),
                backwards(counts, axis.bins()),
                evidence.verdict().name(),
                evidence.significant(),
                evidence.z(),
                evidence.p(),
                evidence.excess(),
                evidence.lagBin() * axis.binMicros(),
                evidence.widthBins() * axis.binMicros(),
                undecided && Double.isFinite(needed) ? needed : null);
    }

    private static int[] backwards(int[] counts, int bins) {
        int[] antiCausal = new int[bins];
        for (int bin = 0; bin < bins; bin++) {
            antiCausal[bin] = counts[bins - 1 - bin];
        }
        return antiCausal;
    }
}
