package dev.hebb.store;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;

/** Rows of counts, made without counting spikes. */
final class RowOf {
    private RowOf() {}

    /** A row in which cell 0 of one slot has a count, and everything else none. */
    static CountRow cell(LagAxis axis, int slots, int slot, int count) {
        SpikeLog log = new SpikeLog();
        int reach = axis.reachMicros();
        log.append(0, 0);
        for (int i = count - 1; i >= 0; i--) {
            log.append(reach - 1 - i, slot);
        }
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 0, reach, slots);
        CountRow row = new CountRow(axis);
        row.reset(slots);
        new DendriteCounter(axis).count(trains, 0, 0, reach, row);
        return row;
    }

    /** A row in which every slot but 0 has counts, each other ones. */
    static CountRow everySlot(LagAxis axis, int slots) {
        SpikeLog log = new SpikeLog();
        for (int slot = 0; slot < slots; slot++) {
            log.append(slot * 131L, slot);
        }
        for (int slot = slots - 1; slot > 0; slot--) {
            log.append((350L * slots) - (150L * slot), slot);
        }
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, 0, 1_000_000, slots);
        CountRow row = new CountRow(axis);
        row.reset(slots);
        new DendriteCounter(axis).count(trains, 0, 0, 1_000_000, row);
        return row;
    }
}
