package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts one dendrite in one closed window, and packs the counts sparsely. */
final class CoFiringWindow {
    private final Workbench bench;
    private final int[] causal;
    private final IntList partners = new IntList();
    private final IntList cellPre = new IntList();
    private final IntList cellLagBin = new IntList();
    private final IntList counts = new IntList();
    private int[] coincidences = new int[0];
    private int[] slotsById = new int[0];

    CoFiringWindow(Workbench bench) {
        this.bench = bench;
        this.causal = new int[bench.config.axis().bins()];
    }

    /**
     * The counts of a window.
     *
     * @param slots how many neurons were seen before the window's end
     * @return null if no pair and no coincidence was counted
     */
    @Nullable CoFiringCounts count(ShardMemory memory, int postSlot, long window, int slots) {
        TrainIndex trains = memory.trains(window);
        long from = trains.fromMicros();
        long to = trains.toMicros();
        CountRow row = bench.row;
        row.reset(slots);
        bench.counter.countCausal(trains, postSlot, from, to, row);
        if (coincidences.length < slots) {
            coincidences = new int[memory.neurons.size()];
        } else {
            Arrays.fill(coincidences, 0);
        }
        bench.coincidences.count(memory.log, trains, postSlot, from, to, coincidences);
        collect(memory, row, postSlot, slots);
        if (partners.size() == 0) {
            return null;
        }
        int[] partnerSlots = partners.toArray();
        return new CoFiringCounts(
                memory.neurons.idOf(postSlot),
                window,
                trains.spikes(postSlot, from, to),
                map(partnerSlots, memory.neurons::idOf),
                map(partnerSlots, slot -> trains.spikes(slot, from, to)),
                map(partnerSlots, slot -> coincidences[slot]),
                cellPre.toArray(),
                cellLagBin.toArray(),
                counts.toArray());
    }

    /** Finds the partners, ascending by neuron, and their cells. */
    private void collect(ShardMemory memory, CountRow row, int postSlot, int slots) {
        partners.clear();
        cellPre.clear();
        cellLagBin.clear();
        counts.clear();
        for (int slot : slotsById(memory.neurons)) {
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

    private int[] slotsById(Neurons neurons) {
        if (slotsById.length < neurons.size()) {
            slotsById = IntStream.range(0, neurons.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(neurons::idOf))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return slotsById;
    }

    private static int[] map(int[] slots, java.util.function.IntUnaryOperator of) {
        return Arrays.stream(slots).map(of).toArray();
    }
}
