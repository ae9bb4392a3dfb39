package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.PairHistogram;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.Histograms;
import dev.hebb.synapse.DendriteLearner;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Memory that a worker needs to close a window of one dendrite: kernels, learner, and the memory that they write to.
 */
final class ScratchMemory {
    final LagAxis axis;

    /** Counts of the dendrite with every slot. */
    final CountRow row;

    /** Cumulative histograms of the dendrite. */
    final HistogramMemory histograms;

    final DendriteCounter counter;
    final PairHistogram pairHistogram;
    final DendriteLearner learner;
    final WeightSteps steps = new WeightSteps();
    final CoFiringScratch coFiring;

    private final EvidenceJudge judge;
    private final int[] histogram;
    private boolean[] mightBeCandidates = new boolean[0];

    ScratchMemory(ShardConfig config, Learning learning) {
        this.axis = config.axis();
        this.row = new CountRow(axis);
        this.histograms = new HistogramMemory(axis.cells());
        this.counter = new DendriteCounter(axis);
        this.pairHistogram = new PairHistogram(axis);
        this.learner = learning.newLearner(axis);
        this.coFiring = new CoFiringScratch(axis, config.coFiring().coincidenceMicros());
        this.judge = learning.newJudge(axis);
        this.histogram = new int[axis.cells()];
    }

    /** Memory for the histogram of one pair, all 0; what it held before is gone. */
    int[] emptyHistogram() {
        Arrays.fill(histogram, 0);
        return histogram;
    }

    /** Returns what the row has of a slot, in the memory for the histogram of one pair. */
    Histogram rowOf(int slot) {
        int[] counts = emptyHistogram();
        row.addTo(slot, counts, 0);
        return new Histogram(counts, 0);
    }

    /** Returns which of the row's slots are candidates, {@link #isCandidate}, found for all of them at once. */
    IntPredicate candidatesOfTheRow(int slots) {
        if (mightBeCandidates.length < slots) {
            mightBeCandidates = new boolean[slots + slots / 4];
        }
        judge.screenCandidates(new Histograms(slots, this::rowOf), mightBeCandidates);
        return slot -> mightBeCandidates[slot] && isCandidate(rowOf(slot));
    }

    /** See {@link EvidenceJudge#isCandidate}. */
    boolean isCandidate(Histogram of) {
        return judge.isCandidate(of);
    }
}
