package dev.hebb.shard;

import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.EvidenceConfig;
import java.util.function.IntPredicate;

/** Counts what a dendrite took part in since it was last recounted, and adds that to its cumulative histograms. */
final class NewestCounts {
    private final ShardMemory memory;
    private final ShardStorage storage;
    private final ShardConfig config;
    private final EvidenceConfig evidence;

    NewestCounts(ShardMemory memory, ShardStorage storage, ShardConfig config, EvidenceConfig evidence) {
        this.memory = memory;
        this.storage = storage;
        this.config = config;
        this.evidence = evidence;
    }

    /** Reads a dendrite's cumulative histograms. */
    void read(int slot, int slots, ScratchMemory scratch) {
        scratch.histograms.load(storage, memory.neurons.idOf(slot), slots, config.dense(slots));
    }

    /** Counts into the scratch memory's row, and returns the cumulative histograms with those counts in them. */
    DendriteHistograms add(int slot, WindowRange range, ScratchMemory scratch) {
        scratch.row.reset(range.slots());
        for (long window = range.first(); window <= range.last(); window++) {
            TrainIndex trains = memory.trains(window);
            scratch.counter.count(trains, slot, trains.fromMicros(), trains.toMicros(), scratch.row);
        }
        DendriteHistograms histograms = scratch.histograms.loaded(config.dense(range.slots()));
        int halvings = halvings(range);
        if (halvings > 0) {
            histograms.halve(halvings, range.slots());
        }
        IntPredicate admit = histograms.isDense() ? pre -> true : scratch.candidatesOfTheRow(range.slots());
        histograms.add(scratch.row, range.slots(), admit);
        return histograms;
    }

    /** Writes a dendrite's cumulative histograms. */
    void write(int slot, int slots, ScratchMemory scratch) {
        scratch.histograms.save(storage, memory.neurons.idOf(slot), config.dense(slots));
    }

    /** Returns how often the half-life has passed in a range. */
    private int halvings(WindowRange range) {
        long from = range.first() * config.windowMicros();
        long to = (range.last() + 1) * config.windowMicros();
        long newMicros = memory.unobserved.observedMicros(from, to);
        return evidence.halvings(range.observedMicros() - newMicros, range.observedMicros());
    }
}
