package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts one dendrite in one closed window, and packs the counts sparsely. */
final class CoFiringWindow {
    private final Workbench bench;
    private final IntList cellPre = new IntList();
    private final IntList cellLagBin = new IntList();
    private final IntList counts = new IntList();
    private int[] coincidences = new int[0];

    CoFiringWindow(Workbench bench) {
        this.bench = bench;
    }

    /**
     * The counts of a window.
     *
     * @param slots how many neurons were seen before the window's end
     * @return null if no pair and no coincidence was counted
     */
    @Nullable CoFiringCounts count(ShardMemory memory, int postSlot, long window, int slots) {
        TrainIndex trains = bench.windowTrains;
        long from = trains.fromMicros();
        long to = trains.toMicros();
        CountRow row = bench.row;
        row.reset(slots);
        bench.counter.countCausal(memory.log, trains, postSlot, from, to, row);
        coincidences = new int[slots];
        bench.coincidences.count(memory.log, trains, postSlot, from, to, coincidences);
        int[] partners = partners(memory, row, postSlot, slots);
        if (partners.length == 0) {
            return null;
        }
        cells(row, partners);
        return new CoFiringCounts(
                memory.neurons.idOf(postSlot),
                window,
                trains.spikes(postSlot, from, to),
                map(partners, memory.neurons::idOf),
                map(partners, slot -> trains.spikes(slot, from, to)),
                map(partners, slot -> coincidences[slot]),
                cellPre.toArray(),
                cellLagBin.toArray(),
                counts.toArray());
    }

    /** Slots of the partners, ascending by neuron. */
    private int[] partners(ShardMemory memory, CountRow row, int postSlot, int slots) {
        return IntStream.range(0, slots)
                .filter(slot -> slot != postSlot && (coincidences[slot] > 0 || row.isTouched(slot)))
                .boxed()
                .sorted((a, b) -> Integer.compare(memory.neurons.idOf(a), memory.neurons.idOf(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void cells(CountRow row, int[] partners) {
        cellPre.clear();
        cellLagBin.clear();
        counts.clear();
        int bins = bench.config.axis().bins();
        for (int i = 0; i < partners.length; i++) {
            for (int bin = 0; bin < bins; bin++) {
                int count = row.causal(partners[i], bin);
                if (count > 0) {
                    cellPre.add(i);
                    cellLagBin.add(bin);
                    counts.add(count);
                }
            }
        }
    }

    private static int[] map(int[] slots, java.util.function.IntUnaryOperator of) {
        return Arrays.stream(slots).map(of).toArray();
    }
}
