package dev.hebb.shard;

import dev.hebb.cofiring.Coincidences;
import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.TrainIndex;
import java.util.Arrays;
import java.util.Optional;

/** Counts one dendrite in one closed window, and packs the counts sparsely. Not thread-safe. */
final class CoFiringScratch {
    private final Coincidences kernel;
    private final int bins;
    private int[] coincidences = new int[0];

    /** Slots of the partners, ascending by neuron, and how many of the cells are of each partner and those before. */
    private int[] partners = new int[0];

    private int[] cellEnds = new int[0];
    private int found;

    private int[] cellLagBin = new int[0];
    private int[] counts = new int[0];

    CoFiringScratch(LagAxis axis, int coincidenceMicros) {
        this.kernel = new Coincidences(axis, coincidenceMicros);
        this.bins = axis.bins();
    }

    /**
     * The counts of a window.
     *
     * @param counter counts the pairs
     * @param row memory for them
     * @return nothing if no pair and no coincidence was counted
     */
    Optional<CoFiringCounts> count(CountedWindow window, int postSlot, DendriteCounter counter, CountRow row) {
        TrainIndex trains = window.trains();
        row.reset(window.slots());
        counter.countCausal(trains, postSlot, trains.fromMicros(), trains.toMicros(), row);
        makeRoom(window.slots());
        kernel.count(trains, postSlot, trains.fromMicros(), trains.toMicros(), coincidences);
        collect(row, postSlot, window.slots(), window.slotsById());
        return found == 0 ? Optional.empty() : Optional.of(collected(window, postSlot));
    }

    private void makeRoom(int slots) {
        if (coincidences.length < slots) {
            int capacity = slots + slots / 4;
            coincidences = new int[capacity];
            partners = new int[capacity];
            cellEnds = new int[capacity];
        } else {
            Arrays.fill(coincidences, 0, slots, 0);
        }
    }

    /** Finds the partners, ascending by neuron, and their cells. */
    private void collect(CountRow row, int postSlot, int slots, int[] slotsById) {
        found = 0;
        int cells = 0;
        for (int slot : slotsById) {
            if (slot < slots && slot != postSlot) {
                reserve(cells + bins);
                int end = row.causalCells(slot, cellLagBin, counts, cells);
                if (end > cells || coincidences[slot] > 0) {
                    partners[found] = slot;
                    cellEnds[found++] = end;
                    cells = end;
                }
            }
        }
    }

    private void reserve(int cells) {
        if (counts.length < cells) {
            cellLagBin = Arrays.copyOf(cellLagBin, 2 * cells);
            counts = Arrays.copyOf(counts, 2 * cells);
        }
    }

    private CoFiringCounts collected(CountedWindow window, int postSlot) {
        Neurons neurons = window.neurons();
        TrainIndex trains = window.trains();
        int cells = cellEnds[found - 1];
        int[] pre = new int[found];
        int[] preSpikes = new int[found];
        int[] preCoincidences = new int[found];
        int[] cellPre = new int[cells];
        int cell = 0;
        for (int i = 0; i < found; i++) {
            pre[i] = neurons.idOf(partners[i]);
            preSpikes[i] = trains.spikes(partners[i]);
            preCoincidences[i] = coincidences[partners[i]];
            Arrays.fill(cellPre, cell, cellEnds[i], i);
            cell = cellEnds[i];
        }
        return new CoFiringCounts(
                neurons.idOf(postSlot),
                window.window(),
                trains.spikes(postSlot),
                pre,
                preSpikes,
                preCoincidences,
                cellPre,
                Arrays.copyOf(cellLagBin, cells),
                Arrays.copyOf(counts, cells));
    }
}
