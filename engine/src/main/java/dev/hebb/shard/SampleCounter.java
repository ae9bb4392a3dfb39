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
        for (long first = range.first(); first <= range.last(); first += trains.windowsTogether()) {
            long last = Math.min(range.last(), first + trains.windowsTogether() - 1);
            count(trains.index(first, last), members.length);
        }
        sample.observed(newMicros);
        learned = sample.learn(judge);
        storage.saveSample(sample);
    }

    /** Counts each member with all others, as a dendrite of a network that has only these. */
    private void count(TrainIndex windows, int members) {
        for (int member = 0; member < members; member++) {
            row.reset(members);
            kernel.countCausal(windows, member, windows.fromMicros(), windows.toMicros(), row);
            sample.add(row, member);
        }
    }
}
