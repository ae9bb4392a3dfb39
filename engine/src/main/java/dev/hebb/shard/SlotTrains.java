package dev.hebb.shard;

import dev.hebb.cofiring.TrainIndex;
import dev.hebb.rule.PairTrains;

/** The trains of two slots in the index of a window. */
record SlotTrains(TrainIndex trains, int preSlot, int postSlot) implements PairTrains {
    @Override
    public int firstPre(long micros) {
        return trains.lowerBound(preSlot, micros);
    }

    @Override
    public long preMicros(int place) {
        return trains.timeAt(place);
    }

    @Override
    public int firstPost(long micros) {
        return trains.lowerBound(postSlot, micros);
    }

    @Override
    public long postMicros(int place) {
        return trains.timeAt(place);
    }
}
