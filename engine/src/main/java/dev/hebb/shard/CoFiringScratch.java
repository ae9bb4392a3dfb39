package dev.hebb.shard;

import dev.hebb.cofiring.Coincidences;
import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.TrainIndex;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Counts one dendrite in one closed window, and packs the counts sparsely. Not thread-safe. */
final class CoFiringScratch {
    private final Coincidences kernel;
    private final int[] causal;
    private final IntList partners = new IntList();
    private final IntList cellPre = new IntList();
    private final IntList cellLagBin = new IntList();
    private final IntList counts = new IntList();
    private int[] coincidences = new int[0];

    CoFiringScratch(LagAxis axis, int coincidenceMicros) {
        this.kernel = new Coincidences(axis, coincidenceMicros);
        this.causal = new int[axis.bins()];
    }

    /**
     * The counts of a window.
     *
     * @param slotsById all slots, ascending by neuron
     * @return nothing if no pair and no coincidence was counted
     */
    Optional<CoFiringCounts> count(ClosingWindow window, int postSlot, int[] slotsById, ScratchMemory scratch) {
        TrainIndex trains = window.trains();
        long from = trains.fromMicros();
        long to = trains.toMicros();
        CountRow row = scratch.row;
        row.reset(window.slots());
        scratch.counter.countCausal(trains, postSlot, from, to, row);
        countCoincidences(window, trains, postSlot);
        collect(row, postSlot, window.slots(), slotsById);
        if (partners.size() == 0) {
            return Optional.empty();
        }
        Neurons neurons = window.memory().neurons;
        int[] partnerSlots = partners.toArray();
        return Optional.of(new CoFiringCounts(
                neurons.idOf(postSlot),
                window.context().window(),
                trains.spikes(postSlot, from, to),
                map(partnerSlots, neurons::idOf),
                map(partnerSlots, slot -> trains.spikes(slot, from, to)),
                map(partnerSlots, slot -> coincidences[slot]),
                cellPre.toArray(),
                cellLagBin.toArray(),
                counts.toArray()));
    }

    private void countCoincidences(ClosingWindow window, TrainIndex trains, int postSlot) {
        int slots = window.slots();
        if (coincidences.length < slots) {
            coincidences = new int[slots + slots / 4];
        } else {
            Arrays.fill(coincidences, 0, slots, 0);
        }
        kernel.count(trains, postSlot, trains.fromMicros(), trains.toMicros(), coincidences);
    }

    /** Finds the partners, ascending by neuron, and their cells. */
    private void collect(CountRow row, int postSlot, int slots, int[] slotsById) {
        partners.clear();
        cellPre.clear();
        cellLagBin.clear();
        counts.clear();
        for (int slot : slotsById) {
            if (slot < slots && slot != postSlot) {
                row.copyCausal(slot, causal);
                if (collect(partners.size()) || coincidences[slot] > 0) {
                    partners.add(slot);
                }
            }
        }
    }

    /** Takes the cells of one partner; whether there were any. */
    private boolean collect(int place) {
        int before = counts.size();
        for (int bin = 0; bin < causal.length; bin++) {
            if (causal[bin] > 0) {
                cellPre.add(place);
                cellLagBin.add(bin);
                counts.add(causal[bin]);
            }
        }
        return counts.size() > before;
    }

    private static int[] map(int[] slots, IntUnaryOperator of) {
        return Arrays.stream(slots).map(of).toArray();
    }
}
