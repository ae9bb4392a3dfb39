package dev.hebb.cofiring;

/** Rows of counts that nobody has to count. */
public final class RowOf {
    private RowOf() {}

    /** A row in which cell 0 of one slot has a count, and everything else none. */
    public static CountRow cell(LagAxis axis, int slots, int slot, int count) {
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
}
