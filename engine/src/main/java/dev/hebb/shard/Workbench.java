package dev.hebb.shard;

import dev.hebb.cofiring.Coincidences;
import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.PairHistogram;
import dev.hebb.cofiring.PairTotals;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.synapse.DendriteLearner;

/**
 * The tools that a shard works with: kernels, learner, and the scratch memory that they share. All networks of one
 * stream task take turns at it. Not thread-safe.
 */
public final class Workbench {
    final ShardConfig config;
    final Learning learning;
    final CountRow row;
    final DendriteCounter counter;
    final PairHistogram pairHistogram;
    final PairTotals pairTotals;
    final Coincidences coincidences;
    final DendriteLearner learner;
    final EvidenceJudge screen;
    final int[] newest;

    public Workbench(ShardConfig config, Learning learning) {
        this.config = config;
        this.learning = learning;
        this.row = new CountRow(config.axis());
        this.counter = new DendriteCounter(config.axis());
        this.pairHistogram = new PairHistogram(config.axis());
        this.pairTotals = new PairTotals(config.axis());
        this.coincidences = new Coincidences(config.axis(), config.coFiring().coincidenceMicros());
        this.learner = learning.newLearner(config.axis());
        this.screen = learning.newJudge(config.axis());
        this.newest = new int[config.axis().cells()];
    }
}
