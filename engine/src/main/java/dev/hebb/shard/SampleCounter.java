package dev.hebb.shard;

import dev.hebb.cofiring.PairHistogram;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.NetworkNull;
import java.util.Arrays;

/**
 * Counter of the sample of a network's pairs, at the slow cadence, as if it were a dendrite of the first rank. It
 * learns the network's null from it. The sample is the same in every shard, and so is the null.
 */
final class SampleCounter {
    /** Rank of the dendrites that are recounted when the sample is. */
    static final int RANK = 0;

    private final ShardMemory memory;
    private final ShardStorage storage;
    private final ShardConfig config;
    private final EvidenceJudge judge;
    private final PairHistogram kernel;
    private final int[] one;
    private NetworkSample sample;
    private NetworkNull learned = NetworkNull.UNKNOWN;

    SampleCounter(ShardMemory memory, ShardStorage storage, ShardConfig config, Learning learning) {
        this.memory = memory;
        this.storage = storage;
        this.config = config;
        this.judge = learning.newJudge(config.axis());
        this.kernel = new PairHistogram(config.axis());
        this.one = new int[config.axis().cells()];
        this.sample = new NetworkSample(one.length);
    }

    /** Continues with the sample that was saved, if any was. */
    void restore() {
        NetworkSample saved = storage.loadSample();
        if (saved != null) {
            sample = saved;
            learned = sample.learn(judge);
        }
    }

    /** What the sample tells. */
    NetworkNull learned() {
        return learned;
    }

    /** Counts windows whose trains are indexed, learns, and saves the sample. */
    void count(WindowRange range) {
        sample.fillUp(range.slots());
        long from = range.first() * config.windowMicros();
        long newMicros = memory.unobserved.observedMicros(from, (range.last() + 1) * config.windowMicros());
        int halvings = judge.config().halvings(range.observedMicros() - newMicros, range.observedMicros());
        if (halvings > 0) {
            sample.halve(halvings);
        }
        for (long window = range.first(); window <= range.last(); window++) {
            count(memory.trains(window));
        }
        sample.observed(newMicros);
        learned = sample.learn(judge);
        storage.saveSample(sample);
    }

    private void count(TrainIndex trains) {
        int[] counts = sample.counts();
        sample.eachPair((pre, post, cell) -> {
            Arrays.fill(one, 0);
            kernel.count(trains, pre, post, trains.fromMicros(), trains.toMicros(), one);
            for (int i = 0; i < one.length; i++) {
                counts[cell + i] = Math.addExact(counts[cell + i], one[i]);
            }
        });
    }
}
