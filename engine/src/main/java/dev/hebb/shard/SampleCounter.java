package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.NetworkNull;

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
    private final DendriteCounter kernel;
    private final CountRow row;
    private NetworkSample sample;
    private NetworkNull learned = NetworkNull.UNKNOWN;

    SampleCounter(ShardMemory memory, ShardStorage storage, ShardConfig config, Learning learning) {
        this.memory = memory;
        this.storage = storage;
        this.config = config;
        this.judge = learning.newJudge(config.axis());
        this.kernel = new DendriteCounter(config.axis());
        this.row = new CountRow(config.axis());
        this.sample = new NetworkSample(config.axis().cells());
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

    /** Counts windows whose spikes are all here, learns, and saves the sample. */
    void count(WindowRange range) {
        sample.fillUp(range.slots());
        long from = range.first() * config.windowMicros();
        long newMicros = memory.unobserved.observedMicros(from, (range.last() + 1) * config.windowMicros());
        int halvings = judge.config().halvings(range.observedMicros() - newMicros, range.observedMicros());
        if (halvings > 0) {
            sample.halve(halvings);
        }
        int[] members = sample.slots();
        SampleTrains trains = new SampleTrains(config.axis(), config.windowMicros(), memory.log, range, members);
        for (long window = range.first(); window <= range.last(); window++) {
            count(trains.index(window), members.length);
        }
        sample.observed(newMicros);
        learned = sample.learn(judge);
        storage.saveSample(sample);
    }

    /** Counts each member with all others, as a dendrite of a network that has only these. */
    private void count(TrainIndex window, int members) {
        for (int post = 1; post < members; post++) {
            row.reset(members);
            kernel.count(window, post, window.fromMicros(), window.toMicros(), row);
            for (int pre = 0; pre < post; pre++) {
                row.addTo(pre, sample.counts(), sample.from(pre, post));
            }
        }
    }
}
